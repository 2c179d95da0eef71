/** A word that is looked for, as the database folds it, with its stems in the languages it knows. */
export type Word = {
  word: string;
  /** Of a language without spaces: it is found wherever it stands. */
  isRun: boolean;
  stems: readonly string[];
  /** Words of one's own conversations to look for in its place. */
  nearest?: readonly string[];
};

/** The database keeps no longer ones. */
const KEPT_CHARACTERS = 60;
/** Fewer characters begin too many words. */
const PREFIX_CHARACTERS = 2;
/** Shorter words are like too many others. */
const LIKENESS_CHARACTERS = 4;

const cut = (word: string): string => [...word].slice(0, KEPT_CHARACTERS).join("");

/** No word has a quote or a backslash in it: both separate words. */
const lexeme = (text: string, marks = ""): string => `'${text}'${marks}`;

const pairsOf = (run: string): string[] => {
  const signs = [...run];
  return signs.length === 1 ? signs : signs.slice(0, -1).map((sign, index) => sign + signs[index + 1]);
};

const exactly = ({ word, isRun }: Word): string => {
  if (!isRun) return lexeme(cut(word), ":A");
  const pairs = pairsOf(word);
  return pairs.map((pair) => lexeme(pair, pairs.length === 1 && pair === word ? ":*A" : ":A")).join(" & ");
};

const likely = (given: Word): string => {
  const { word, isRun, stems, nearest = [] } = given;
  if (isRun) return exactly(given);
  const beginning = [...word].length < PREFIX_CHARACTERS ? exactly(given) : lexeme(cut(word), ":*A");
  return [beginning, ...stems.map((stem) => lexeme(stem)), ...nearest.map((other) => lexeme(other, ":A"))].join(" | ");
};

const all = (words: readonly Word[], query: (word: Word) => string): string =>
  words.map((word) => `(${query(word)})`).join(" & ");

/** What a message must have, in the language of `tsquery`: each word, one that begins with it, or one of the same stem. */
export const likelyQuery = (words: readonly Word[]): string => all(words, likely);

/** What a message has that ranks first: the very words. */
export const exactQuery = (words: readonly Word[]): string => all(words, exactly);

/** Pairs of neighbours can stand apart: what is looked for must stand there whole. */
export const runsOf = (words: readonly Word[]): string[] =>
  words.filter(({ word, isRun }) => isRun && [...word].length > 2).map(({ word }) => word);

/** True where a slip of the finger is worth looking for. */
export const canBeMistyped = ({ word, isRun }: Word): boolean => !isRun && [...word].length >= LIKENESS_CHARACTERS;
