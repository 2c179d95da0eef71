import type { Entry } from "./word-families.ts";
import type { Word } from "./words.ts";

/** That a concept stands in the words from `from` up to `to`, both included. */
export type Mark = { concept: string; from: number; to: number };

type Node = { next: Map<number, Node>; entries: Entry[] };
export type ConceptIndex = { starts: Node; infixes: Node; byPair: ReadonlyMap<string, Entry[]> };

/** Shorter entries are too near to other words to be read into gaps or slips. */
const SHORTEST_BROKEN = 7;
const SHORTEST_MISSPELT = 7;

/** Common words that are one slip away from others. */
const FAMILIAR = new Set(
  "change changes changed changing message messages massage faites profil profile economia economics economie parties geburtsdatum montana pasado agente passe clases classes security entire holds garden march leaves personne personnes experience contact contacts visible visitor".split(
    " ",
  ),
);

const node = (): Node => ({ next: new Map(), entries: [] });

const insert = (root: Node, entry: Entry): void => {
  let at = root;
  for (let index = 0; index < entry.letters.length; index += 1) {
    const code = entry.letters.charCodeAt(index);
    const next = at.next.get(code) ?? node();
    at.next.set(code, next);
    at = next;
  }
  at.entries.push(entry);
};

/** Built once, when the module is loaded. @param isMisspelt which concepts are worth to be found in words with a slip */
export const buildIndex = (entries: readonly Entry[], isMisspelt: (concept: string) => boolean): ConceptIndex => {
  const index = { starts: node(), infixes: node(), byPair: new Map<string, Entry[]>() };
  for (const entry of entries) {
    insert(index.starts, entry);
    if (entry.isInfix) insert(index.infixes, entry);
    if (entry.letters.length < SHORTEST_MISSPELT || !isMisspelt(entry.concept)) continue;
    const { letters } = entry;
    // A slip in the second letter leaves the first and the third.
    for (const pair of new Set([letters.slice(0, 2), `${letters[0]}?${letters[2]}`, `${letters[0]}${letters[2]}`]))
      index.byPair.set(pair, [...(index.byPair.get(pair) ?? []), entry]);
  }
  return index;
};

/** All words without the gaps between them, and which word each letter belongs to. */
type Run = { letters: string; wordAt: Int32Array; isStart: Uint8Array };

const runOf = (words: readonly Word[]): Run => {
  const letters = words.map(({ text }) => text).join("");
  const wordAt = new Int32Array(letters.length);
  const isStart = new Uint8Array(letters.length + 1);
  let at = 0;
  words.forEach(({ text }, index) => {
    isStart[at] = 1;
    wordAt.fill(index, at, at + text.length);
    at += text.length;
  });
  isStart[letters.length] = 1;
  return { letters, wordAt, isStart };
};

/** Whether an entry that covers these letters respects the words there: gaps where it has none must be few and it must be long. */
const fits = ({ isStart }: Run, entry: Entry, from: number, to: number): boolean => {
  if (!entry.isStem && !isStart[to]) return false;
  const isLong = entry.letters.length >= SHORTEST_BROKEN;
  if (isLong) return true;
  for (let at = from + 1; at < to; at += 1) if (isStart[at] && !entry.joints.has(at - from)) return false;
  for (const joint of entry.joints) if (!isStart[from + joint]) return false;
  return true;
};

const walk = (run: Run, root: Node, from: number, found: (entry: Entry, to: number) => void): void => {
  let at: Node | undefined = root;
  for (let index = from; index < run.letters.length; index += 1) {
    at = at.next.get(run.letters.charCodeAt(index));
    if (!at) return;
    for (const entry of at.entries) found(entry, index + 1);
  }
};

/** Where `entry` ends when it is read from `from` with exactly one slip: a letter too many, too few, other, or two swapped. */
const endWithSlip = (letters: string, from: number, entry: string): number | undefined => {
  let same = 0;
  while (same < entry.length && letters.charCodeAt(from + same) === entry.charCodeAt(same)) same += 1;
  if (same === entry.length) return undefined;
  const at = from + same;
  const rest = (length: number): string => entry.slice(length);
  const tries: [string, number][] = [
    [rest(same + 1), at + 1],
    [rest(same), at + 1],
    [rest(same + 1), at],
  ];
  if (letters[at] === entry[same + 1] && letters[at + 1] === entry[same]) tries.unshift([rest(same + 2), at + 2]);
  const hit = tries.find(([remaining, start]) => letters.startsWith(remaining, start));
  return hit && hit[1] + hit[0].length;
};

const misspelt = (
  { byPair }: ConceptIndex,
  run: Run,
  from: number,
  wordLength: number,
  found: (entry: Entry, to: number) => void,
): void => {
  const { letters, isStart } = run;
  const [first, second, third] = [letters[from], letters[from + 1], letters[from + 2]];
  for (const pair of new Set([`${first}${second}`, `${first}?${third}`, `${first}${third}`]))
    for (const entry of byPair.get(pair) ?? []) {
      // A short word with a slip could be any other word.
      if (wordLength < SHORTEST_MISSPELT - 1 && entry.joints.size === 0) continue;
      const to = endWithSlip(letters, from, entry.letters);
      if (to === undefined || to > letters.length || (!entry.isStem && !isStart[to])) continue;
      if (entry.joints.size === 0 && run.wordAt[to - 1] !== run.wordAt[from]) continue;
      found(entry, to);
    }
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
        if (to > from + text.length || (!entry.isStem && !run.isStart[to])) return;
        isKnown = true;
        mark(entry, from + inner, to);
      });
    const start = from;
    if (!isKnown && text.length >= 4 && !FAMILIAR.has(text))
      misspelt(index, run, start, text.length, (entry, to) => mark(entry, start, to));
    from += text.length;
  });
  return marks;
};
