import fc from "fast-check";
import { expect, test } from "vitest";
import type { Mark } from "./concept-index.ts";
import { sceneOf } from "./detector.ts";
import { ABUSE } from "./lexicon/abuse.ts";
import { CONTACT } from "./lexicon/contact.ts";
import { DECEIT } from "./lexicon/deceit.ts";
import { HOME } from "./lexicon/home.ts";
import { MONEY } from "./lexicon/money.ts";
import { STANCE } from "./lexicon/stance.ts";
import type { Concept, Reading } from "./reading.ts";
import { type Rule, rules } from "./rules.ts";
import type { Stance } from "./stance.ts";

const CONCEPTS = [
  ...Object.keys({ ...MONEY, ...HOME, ...CONTACT, ...DECEIT, ...ABUSE, ...STANCE }),
  "country",
  "amount",
] as Concept[];
const WORDS = 24;
const SENTENCE = 8;
const SAID = ["you", "pay", "to", "i", "with", "for", "never", "send", "read", "must", "200", "te", "want", "from"];
const FOLDED = "only 100 eur per month, 70 m2 @somebody 030 1234567";

const count = fc.nat(1);
/** A text in which everything stands, here and there, and nothing that a reader would understand. */
const text = fc.record({
  words: fc.array(fc.constantFrom(...SAID), { minLength: WORDS, maxLength: WORDS }),
  nots: fc.array(fc.nat(9), { minLength: WORDS, maxLength: WORDS }),
  places: fc.array(fc.array(fc.nat(WORDS - 1), { maxLength: 3 }), {
    minLength: CONCEPTS.length,
    maxLength: CONCEPTS.length,
  }),
  questions: fc.uniqueArray(fc.nat(2)),
  telling: fc.uniqueArray(fc.nat(8), { maxLength: 2 }),
  staying: fc.uniqueArray(fc.nat(8), { maxLength: 2 }),
  isReport: fc.constantFrom(false, false, false, true),
  links: fc.record({ all: count, unknown: count, masked: count, short: count, lookalike: count }),
  contacts: fc.record({ phones: count, mails: count, ibans: count }),
});
type Text = typeof text extends fc.Arbitrary<infer Drawn> ? Drawn : never;

const markAt = (concept: string, from: number): Mark => ({ concept, from, to: from });

const sceneOfText = (drawn: Text, absent: readonly Concept[]) => {
  const words = drawn.words.map((said, at) => {
    const sentence = Math.floor(at / SENTENCE);
    return { text: said, at: at * 2, sentence, clause: Math.floor(at / 4) };
  });
  const marks = new Map<Concept, Mark[]>();
  CONCEPTS.forEach((concept, index) => {
    const places = [...(drawn.places[index] ?? [])].sort((one, other) => one - other);
    if (places.length > 0 && !absent.includes(concept))
      marks.set(
        concept,
        places.map((place) => markAt(concept, place)),
      );
  });
  const nots = Uint8Array.from(drawn.nots, (roll) => (roll === 0 ? 1 : 0));
  const questions = new Set(drawn.questions);
  const { links, contacts, isReport } = drawn;
  const reading: Reading = { folded: FOLDED, words, questions, marks, nots, links, contacts };
  const stance: Stance = { asking: questions, telling: new Set(drawn.telling), staying: new Set(drawn.staying), isReport };
  return sceneOf(reading, stance);
};

const guarded = rules.filter((rule): rule is Rule & { needs: readonly Concept[] } => rule.needs !== undefined);

test.each(guarded)("$id is never found where nothing stands that it needs, whatever else does", ({ needs, isFound }) => {
  fc.assert(
    fc.property(text, (drawn) => !isFound(sceneOfText(drawn, needs))),
    { numRuns: 60 },
  );
});

test("each of them is found in some of these texts", () => {
  const texts = fc.sample(text, 400);
  const found = guarded.filter(({ isFound }) => texts.some((drawn) => isFound(sceneOfText(drawn, []))));
  expect(found.map(({ id }) => id)).toEqual(guarded.map(({ id }) => id));
});
