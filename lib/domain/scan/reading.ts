import { buildIndex, type Mark, markConcepts } from "./concept-index.ts";
import { type Contacts, contactsIn } from "./contacts.ts";
import { fold } from "./fold.ts";
import { ABUSE } from "./lexicon/abuse.ts";
import { CONTACT } from "./lexicon/contact.ts";
import { COUNTRIES } from "./lexicon/countries.ts";
import { DECEIT } from "./lexicon/deceit.ts";
import { HOME } from "./lexicon/home.ts";
import { MONEY } from "./lexicon/money.ts";
import { STANCE } from "./lexicon/stance.ts";
import { type Links, linksIn } from "./links.ts";
import { withoutMachineMade } from "./machine-made.ts";
import { entriesOf } from "./word-families.ts";
import { questionsOf, type Word, wordsOf } from "./words.ts";

const LEXICON = { ...MONEY, ...HOME, ...CONTACT, ...DECEIT, ...ABUSE, ...STANCE, country: COUNTRIES };
/** `amount` is any number that could be one of money. */
export type Concept = keyof typeof LEXICON | "amount";
const AMOUNT = /^[1-9]\d{1,3}$/;
const CURRENCY = /^(?:eur|euros?|gbp|usd|chf|pounds?|dollars?|quid|bucks|balles|pavos|franken|francs)$/;
const UNIT = /^(?:m2|qm|sqm|m|km|square|quadrat.*|metros|metres|min|minutes|minuten|minutos|people|personen)$/;
const LEAST_AMOUNT = 50;

/** Concepts that a message turns on; how it is meant must stand there in plain letters. */
const MISSPELT: ReadonlySet<string> = new Set<Concept>([
  "pay",
  "sum",
  "advance",
  "refund",
  "scheme_fee",
  "pay_channel",
  "pay_app",
  "gift",
  "crypto",
  "cash_service",
  "viewing",
  "secure",
  "messenger",
  "account",
  "verify",
  "secret",
  "weak_secret",
  "identity",
  "essay",
  "essay_sale",
  "job",
  "insult",
  "slur",
  "threat",
  "sexual",
  "unseen",
  "outside",
  "keys",
  "ship",
  "bank_details",
  "luxury",
  "middleman",
  "support",
  "screening",
  "offsite_sure",
  "abroad",
  "country",
  "job_bait",
]);
const index = buildIndex(entriesOf(LEXICON), (concept) => MISSPELT.has(concept));

/** A text as the detectors read it: its words and what they are about. */
export type Reading = {
  folded: string;
  words: readonly Word[];
  questions: ReadonlySet<number>;
  marks: ReadonlyMap<Concept, readonly Mark[]>;
  /** 1 for each word that denies something. */
  nots: Uint8Array;
  contacts: Contacts;
  links: Links;
};

const SECOND_NOT = /^(?:pas|jamais|plus|rien|aucune?|personne|point|guere|que?|ni|peux|peut|peuvent|pouvons|sais)$/;
const NE_REACH = 7;

/** French `ne` comes with a second word; German `ne SMS` is `eine SMS`. */
const isGermanNe = (words: readonly Word[], { from }: Mark): boolean =>
  /^ne?$/.test(words[from]?.text ?? "") && !words.slice(from + 1, from + NE_REACH).some(({ text }) => SECOND_NOT.test(text));

/** `don't hesitate to …` denies nothing. */
const notsIn = (words: readonly Word[], nots: readonly Mark[], welcomes: readonly Mark[]): Uint8Array => {
  const places = new Uint8Array(words.length);
  for (const mark of nots) if (!isGermanNe(words, mark)) places.fill(1, mark.from, mark.to + 1);
  for (const { from, to } of welcomes) places.fill(0, from, to + 1);
  return places;
};

/** `At the bar` is no `bar auf die Hand`. */
const isCounter = (words: readonly Word[], { from }: Mark): boolean =>
  words[from]?.text === "bar" && /^(?:the|a|my|our|der|die|einer|el|un|mi|le|du|au|mon)$/.test(words[from - 1]?.text ?? "");

const byPlace = (one: Mark, other: Mark): number => one.from - other.from || one.to - other.to;

/** Reads a text once for all detectors. Linear in its length. @param ownHosts hosts that links may lead to */
export const read = (content: string, ownHosts: readonly string[]): Reading => {
  const folded = fold(withoutMachineMade(content));
  const words = wordsOf(folded);
  const marks = new Map<Concept, Mark[]>();
  for (const mark of markConcepts(index, words)) {
    const concept = mark.concept as Concept;
    const known = marks.get(concept);
    if (known) known.push(mark);
    else marks.set(concept, [mark]);
  }
  for (const list of marks.values()) list.sort(byPlace);
  const cash = marks.get("cash");
  if (cash)
    marks.set(
      "cash",
      cash.filter((mark) => !isCounter(words, mark)),
    );
  const isMoney = (at: number): boolean => [words[at - 1], words[at + 1]].some((word) => CURRENCY.test(word?.text ?? ""));
  const amounts = words.flatMap(({ text }, at) =>
    AMOUNT.test(text) && !UNIT.test(words[at + 1]?.text ?? "") && (Number(text) >= LEAST_AMOUNT || isMoney(at))
      ? [{ concept: "amount", from: at, to: at }]
      : [],
  );
  if (amounts.length > 0) marks.set("amount", amounts);
  const wordsNear = (concepts: readonly Concept[]) => concepts.flatMap((concept) => marks.get(concept) ?? []);
  return {
    folded,
    words,
    questions: questionsOf(folded, words),
    marks,
    nots: notsIn(words, marks.get("not") ?? [], marks.get("welcome") ?? []),
    contacts: contactsIn(
      folded,
      wordsNear(["phone", "messenger", "signal"]).map(({ from }) => words[from]?.at ?? 0),
    ),
    links: linksIn(content, ownHosts),
  };
};

export const marksOf = (reading: Reading, ...concepts: readonly Concept[]): readonly Mark[] => {
  const [only] = concepts;
  if (only !== undefined && concepts.length === 1) return reading.marks.get(only) ?? [];
  return inOrder(concepts.map((concept) => reading.marks.get(concept) ?? []));
};

/** Marks of several concepts in the order of the text. */
export const inOrder = (lists: readonly (readonly Mark[])[]): readonly Mark[] => {
  const [first, ...more] = lists.filter(({ length }) => length > 0);
  return more.length === 0 ? (first ?? []) : [first ?? [], ...more].flat().sort(byPlace);
};

/** No mark covers more words than this. */
const LONGEST_MARK = 16;

/** Those of `marks`, which are in the order of the text, that may reach into the words from `from` to `to`. Found by halving. */
export const marksWithin = (marks: readonly Mark[], from: number, to: number): readonly Mark[] => {
  const firstAt = (place: number): number => {
    let [low, high] = [0, marks.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((marks[middle]?.from ?? 0) < place) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return marks.slice(firstAt(from - LONGEST_MARK), firstAt(to + 1));
};

/** Those of `marks` that share no word with one of `others`. */
export const apartFrom = (marks: readonly Mark[], others: readonly Mark[]): readonly Mark[] =>
  marks.filter((mark) => !marksWithin(others, mark.from, mark.to).some(({ from, to }) => from <= mark.to && to >= mark.from));

const isNearOne = (one: Mark, others: readonly Mark[], within: number): boolean =>
  marksWithin(others, one.from - within, one.to + within).some(
    (other) => other !== one && other.from - one.to <= within && one.from - other.to <= within,
  );

/**
 * Whether one of `ones` stands next to one of `others`, with fewer than `within` words from one to the next. Both are in the
 * order of the text; each is looked at once.
 */
export const areNear = (ones: readonly Mark[], others: readonly Mark[], within: number): boolean =>
  ones.length === 1 && ones[0]
    ? isNearOne(ones[0], others, within)
    : follows(ones, others, within) || follows(others, ones, within);

/** Whether one of `ones` is followed by one of `others` within so many words; they may overlap. */
export const follows = (ones: readonly Mark[], others: readonly Mark[], within: number): boolean => {
  const [one] = ones;
  if (one && ones.length === 1)
    return marksWithin(others, one.from, one.to + within).some(
      (other) => other !== one && other.from >= one.from && other.from - one.to <= within,
    );
  const [last] = others;
  if (last && others.length === 1)
    return marksWithin(ones, last.from - within, last.from).some(({ to }) => last.from - to <= within);
  let next = 0;
  let before: Mark | undefined;
  for (const other of others) {
    for (let one = ones[next]; one && one.from <= other.from; one = ones[next]) {
      before = one;
      next += 1;
    }
    if (before && before !== other && other.from - before.to <= within) return true;
  }
  return false;
};
