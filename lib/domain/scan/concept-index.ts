import type { Entry } from "./word-families.ts";
import type { Word } from "./words.ts";

/** That a concept stands in the words from `from` up to `to`, both included. */
export type Mark = { concept: string; from: number; to: number };

/**
 * A tree of letters. The children of a node stand in a row from `first` on, as many as `size`, each with its `letter`; what is near to the root
 * stands at the front. Between two messages a server does other things: whatever is not small has to be fetched from far each time.
 */
type Tree = { first: Uint32Array; size: Uint8Array; letter: Uint8Array; entries: ReadonlyMap<number, readonly Entry[]> };
/** Entries that a word with a slip may mean, with what is looked at of each before it is. */
type Candidates = { entries: Entry[]; signs: number[] };
export type ConceptIndex = { starts: Tree; infixes: Tree; bySlip: ReadonlyMap<number, Candidates> };

const OTHER = -1;

/** Shorter entries are too near to other words to be read into gaps or slips. */
const SHORTEST_BROKEN = 7;
const SHORTEST_MISSPELT = 7;

/** Common words that are one slip away from others. */
const FAMILIAR = new Set(
  "dessus change changes changed changing message messages massage faites profil profile economia economics economie parties geburtsdatum montana pasado agente passe clases classes security entire holds garden march leaves personne personnes experience contact contacts visible visitor".split(
    " ",
  ),
);

/** 0 to 25 for letters, 26 to 35 for digits. */
const letterOf = (code: number): number => {
  if (code >= 97 && code <= 122) return code - 97;
  return code >= 48 && code <= 57 ? code - 22 : OTHER;
};

const byLetters = (one: Entry, other: Entry): number => (one.letters < other.letters ? -1 : one.letters > other.letters ? 1 : 0);

const treeOf = (entries: readonly Entry[]): Tree => {
  const most = entries.reduce((sum, { letters }) => sum + letters.length, 1);
  const [first, size, letter] = [new Uint32Array(most), new Uint8Array(most), new Uint8Array(most)];
  const found = new Map<number, Entry[]>();
  let count = 1;
  let open = entries.toSorted(byLetters).map((entry) => ({ entry, at: 0 }));
  // Letter by letter of all entries; those that begin alike are neighbours.
  for (let index = 0; open.length > 0; index += 1) {
    let [parent, last] = [-1, OTHER];
    for (const one of open) {
      const next = letterOf(one.entry.letters.charCodeAt(index));
      if (one.at !== parent || next !== last) {
        if (one.at !== parent) first[one.at] = count;
        size[one.at] = (size[one.at] ?? 0) + 1;
        letter[count] = next;
        count += 1;
      }
      [parent, last] = [one.at, next];
      one.at = count - 1;
      if (one.entry.letters.length === index + 1) found.set(one.at, [...(found.get(one.at) ?? []), one.entry]);
    }
    open = open.filter(({ entry }) => entry.letters.length > index + 1);
  }
  return { first: first.slice(0, count), size: size.slice(0, count), letter: letter.slice(0, count), entries: found };
};

/** The node behind a letter, 0 where there is none. */
const childOf = ({ first, size, letter }: Tree, at: number, wanted: number): number => {
  const from = first[at] ?? 0;
  const end = from + (size[at] ?? 0);
  for (let child = from; child < end; child += 1) if (letter[child] === wanted) return child;
  return 0;
};

/** Which letters of a word a key is made of: the first three, all but the second, all but the third. */
type KeyKind = 0 | 1 | 2;
const PLACES = [
  [0, 1, 2],
  [0, 2, 3],
  [0, 1, 3],
] as const;
const keyOf = (kind: KeyKind, letters: string, [one, two, three]: readonly [number, number, number], at = 0): number =>
  (kind << 24) | (letters.charCodeAt(at + one) << 16) | (letters.charCodeAt(at + two) << 8) | letters.charCodeAt(at + three);

/** Every key of an entry under which a text with one slip behind its first letter is looked for. */
const slipKeysOf = (letters: string): Set<number> =>
  new Set([
    // No slip so far; without its second letter; with the second and third swapped; without its third, or that and the fourth swapped.
    keyOf(0, letters, [0, 1, 2]),
    keyOf(0, letters, [0, 2, 3]),
    keyOf(0, letters, [0, 2, 1]),
    keyOf(0, letters, [0, 1, 3]),
    // Another second letter, or one too many there; the same of the third.
    keyOf(1, letters, [0, 2, 3]),
    keyOf(1, letters, [0, 1, 2]),
    keyOf(2, letters, [0, 1, 3]),
    keyOf(2, letters, [0, 1, 2]),
  ]);

/** The places of the letters by which most entries are told from a word, and the bits of each in a sign. */
const SIGN_FROM = 3;
const SIGN_LETTERS = 4;
const SIGN_BITS = 6;

const signOf = (letters: string): number => {
  let sign = 0;
  for (let n = 0; n < SIGN_LETTERS; n += 1) sign |= letterOf(letters.charCodeAt(SIGN_FROM + n)) << (n * SIGN_BITS);
  return sign;
};

/** The letters of a text around those of a sign: from one before the first to one behind the last. */
const aroundSign = (letters: string, from: number): number[] =>
  Array.from({ length: SIGN_LETTERS + 2 }, (_, n) => letterOf(letters.charCodeAt(from + SIGN_FROM - 1 + n)));

/** One slip takes one letter away at the most; the others stand in their place, or one beside it. */
const looksAlike = (sign: number, around: readonly number[]): boolean => {
  let away = 0;
  for (let n = 0; n < SIGN_LETTERS; n += 1) {
    const letter = (sign >> (n * SIGN_BITS)) & ((1 << SIGN_BITS) - 1);
    if (letter !== around[n] && letter !== around[n + 1] && letter !== around[n + 2]) away += 1;
  }
  return away < 2;
};

/** Built once, when the module is loaded. @param isMisspelt which concepts are worth to be found in words with a slip */
export const buildIndex = (entries: readonly Entry[], isMisspelt: (concept: string) => boolean): ConceptIndex => {
  const bySlip = new Map<number, Candidates>();
  for (const entry of entries) {
    const { letters, concept } = entry;
    if (letters.length < SHORTEST_MISSPELT || !isMisspelt(concept)) continue;
    for (const key of slipKeysOf(letters)) {
      const known = bySlip.get(key) ?? { entries: [], signs: [] };
      known.entries.push(entry);
      known.signs.push(signOf(letters));
      bySlip.set(key, known);
    }
  }
  return { starts: treeOf(entries), infixes: treeOf(entries.filter(({ isInfix }) => isInfix)), bySlip };
};

/** All words without the gaps between them, and which word each letter belongs to. */
type Run = { letters: string; wordAt: readonly number[] };

const runOf = (words: readonly Word[]): Run => {
  let letters = "";
  const wordAt: number[] = [];
  for (let index = 0; index < words.length; index += 1) {
    const text = words[index]?.text ?? "";
    letters += text;
    for (let left = text.length; left > 0; left -= 1) wordAt.push(index);
  }
  return { letters, wordAt };
};

/** Whether a word begins there, or the last one ends. */
const isStart = ({ wordAt }: Run, at: number): boolean => wordAt[at] !== wordAt[at - 1];

/** Whether an entry that covers these letters respects the words there: gaps where it has none must be few and it must be long. */
const fits = (run: Run, entry: Entry, from: number, to: number): boolean => {
  if (!entry.isStem && !isStart(run, to)) return false;
  const isLong = entry.letters.length >= SHORTEST_BROKEN;
  if (isLong) return true;
  for (let at = from + 1; at < to; at += 1) if (isStart(run, at) && !entry.joints.has(at - from)) return false;
  for (const joint of entry.joints) if (!isStart(run, from + joint)) return false;
  return true;
};

const walk = (run: Run, tree: Tree, from: number, found: (entry: Entry, to: number) => void): void => {
  let at = 0;
  for (let index = from; index < run.letters.length; index += 1) {
    at = childOf(tree, at, letterOf(run.letters.charCodeAt(index)));
    if (at === 0) return;
    const ending = tree.entries.get(at);
    if (ending) for (const entry of ending) found(entry, index + 1);
  }
};

const continues = (letters: string, from: number, entry: string, rest: number): boolean => {
  for (let index = rest; index < entry.length; index += 1)
    if (letters.charCodeAt(from + index - rest) !== entry.charCodeAt(index)) return false;
  return true;
};

/** Where `entry` ends when it is read from `from` with exactly one slip: a letter too many, too few, other, or two swapped. */
const endWithSlip = (letters: string, from: number, entry: string): number | undefined => {
  let same = 0;
  while (same < entry.length && letters.charCodeAt(from + same) === entry.charCodeAt(same)) same += 1;
  if (same === entry.length) return undefined;
  const at = from + same;
  const length = entry.length;
  const [here, next] = [letters.charCodeAt(at), letters.charCodeAt(at + 1)];
  const [wanted, after] = [entry.charCodeAt(same), entry.charCodeAt(same + 1)];
  // Most are another word: neither of the two letters goes on as a slip would. At its end an entry has nothing to go on with.
  if (same + 1 < length && next !== wanted && next !== after && here !== after) return undefined;
  if (here === after && next === wanted && continues(letters, at + 2, entry, same + 2)) return from + length;
  if (continues(letters, at + 1, entry, same + 1)) return from + length;
  if (continues(letters, at + 1, entry, same)) return from + length + 1;
  return continues(letters, at, entry, same + 1) ? from + length - 1 : undefined;
};

type Slips = { found: (entry: Entry, to: number) => void; seen: Set<Entry> };

/** A slip makes a word longer or shorter by one letter at most. */
const mayBe = ({ letters, isStem }: Entry, wordLength: number): boolean =>
  wordLength >= letters.length - 1 && (isStem || wordLength <= letters.length + 1);

const tryMisspelt = (alike: readonly Entry[], run: Run, from: number, wordLength: number, { found, seen }: Slips): void => {
  const { letters } = run;
  for (const entry of alike) {
    const isPhrase = entry.joints.size > 0;
    // A short word with a slip could be any other word, and one of another length is another word.
    if (!isPhrase && (wordLength < SHORTEST_MISSPELT - 1 || !mayBe(entry, wordLength))) continue;
    const to = endWithSlip(letters, from, entry.letters);
    if (to === undefined || to > letters.length || (!entry.isStem && !isStart(run, to))) continue;
    if (!isPhrase && run.wordAt[to - 1] !== run.wordAt[from]) continue;
    if (seen.has(entry)) continue;
    seen.add(entry);
    found(entry, to);
  }
};

const misspelt = ({ bySlip }: ConceptIndex, run: Run, from: number, wordLength: number, found: Slips["found"]): void => {
  const around = aroundSign(run.letters, from);
  const slips = { found, seen: new Set<Entry>() };
  PLACES.forEach((places, kind) => {
    const candidates = bySlip.get(keyOf(kind as KeyKind, run.letters, places, from));
    const alike = candidates?.entries.filter((_, at) => looksAlike(candidates.signs[at] ?? 0, around)) ?? [];
    if (alike.length > 0) tryMisspelt(alike, run, from, wordLength, slips);
  });
};

/** Every concept in the words. Words that mean nothing as they stand are read again with one slip allowed. */
export const markConcepts = (index: ConceptIndex, words: readonly Word[]): Mark[] => {
  const run = runOf(words);
  const marks: Mark[] = [];
  const mark = (entry: Entry, from: number, to: number): void => {
    marks.push({ concept: entry.concept, from: run.wordAt[from] ?? 0, to: run.wordAt[to - 1] ?? 0 });
  };
  let from = 0;
  words.forEach(({ text }) => {
    let isKnown = false;
    let isWord = false;
    walk(run, index.starts, from, (entry, to) => {
      // What is a word of its own is no part of a broken one.
      if (!fits(run, entry, from, to) || (isWord && to > from + text.length && entry.joints.size === 0)) return;
      isWord ||= to === from + text.length;
      isKnown ||= to - from >= text.length - 3;
      mark(entry, from, to);
    });
    for (let inner = 1; inner < text.length - 3; inner += 1)
      walk(run, index.infixes, from + inner, (entry, to) => {
        if (to > from + text.length || (!entry.isStem && !isStart(run, to))) return;
        isKnown = true;
        mark(entry, from + inner, to);
      });
    const start = from;
    if (!isKnown && text.length >= SHORTEST_MISSPELT - 2 && !FAMILIAR.has(text))
      misspelt(index, run, start, text.length, (entry, to) => mark(entry, start, to));
    from += text.length;
  });
  return marks;
};
