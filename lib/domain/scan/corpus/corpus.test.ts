import { describe, expect, test } from "vitest";
import { scanMessage } from "../scan.policy.ts";
import { distanceBetween, fingerprintOf, lettersOf } from "../simhash.ts";
import { corpusOf, type Labelled } from "./corpus.ts";
import { mutations, randomFrom } from "./mutations.ts";

const tuning = corpusOf("tuning");
const judged = corpusOf("test");
const RECALL = 0.92;
const FALSE_ALARMS = 0.02;
const LOSS = 0.05;

const share = (messages: readonly Labelled[], change: (text: string) => string = (text) => text): number =>
  messages.filter((message) => scanMessage({ ...message, content: change(message.content) }).outcome !== "allow").length /
  messages.length;

const scams = judged.filter(({ isScam }) => isScam);
const harmless = judged.filter(({ isScam }) => !isScam);

test("the corpus is large, and speaks four languages in both parts", () => {
  const all = [...tuning, ...judged];
  expect(all.filter(({ isScam }) => isScam).length).toBeGreaterThanOrEqual(300);
  expect(all.filter(({ isScam }) => !isScam).length).toBeGreaterThanOrEqual(600);
  for (const part of [tuning, judged])
    for (const language of ["en", "de", "es", "fr"] as const)
      for (const isScam of [true, false])
        expect(part.filter((one) => one.language === language && one.isScam === isScam).length).toBeGreaterThanOrEqual(40);
});

test("no message stands in it twice, and none of the test part is nearly one of the tuning part", () => {
  const contents = [...tuning, ...judged].map(({ content }) => content.toLowerCase());
  expect(new Set(contents).size).toBe(contents.length);
  const known = tuning
    .filter(({ content }) => lettersOf(content) > 30)
    .map(({ content }) => ({ content, print: fingerprintOf(content) }));
  const copies = judged
    .filter(({ content }) => lettersOf(content) > 30)
    .flatMap(({ content }) => {
      const print = fingerprintOf(content);
      return known.filter((other) => distanceBetween(other.print, print) <= 8).map((other) => [content, other.content]);
    });
  expect(copies).toEqual([]);
});

test("of the test part, scams are found and others are left in peace", () => {
  expect(share(scams)).toBeGreaterThanOrEqual(RECALL);
  expect(share(harmless)).toBeLessThanOrEqual(FALSE_ALARMS);
});

describe("no disguise saves a scam", () => {
  const plain = share(scams);
  test.each(Object.entries(mutations))("%s", (_, mutate) => {
    const random = randomFrom(7);
    expect(share(scams, (text) => mutate(text, random))).toBeGreaterThanOrEqual(plain - LOSS);
  });
});
