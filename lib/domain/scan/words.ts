/** A word of the folded text; `at` is where it begins in there. */
export type Word = { text: string; at: number; sentence: number; clause: number };

const WORD = /[\p{L}\p{N}$@]+/gu;
const SENTENCE_END = /[.!?;…]\s|[.!?]$|\n\s*\n/;
const CLAUSE_END = /[,:()]/;

const LEET: Record<string, string> = { "0": "o", "1": "i", "3": "e", "4": "a", "5": "s", "7": "t", "8": "b", $: "s", "@": "a" };
const MIXED = /^(?=[^a-z]*[a-z])(?=[a-z]*[0-9$@])[a-z0-9$@]{3,24}$/;

/** Digits that stand for letters inside of a word. */
const unleet = (word: string): string =>
  MIXED.test(word) ? word.replace(/[0134578$@]/g, (digit) => LEET[digit] ?? digit) : word;

const isLetter = ({ text }: Word): boolean => text.length === 1 && text >= "a" && text <= "z";

/** Letters that stand one by one (`w h a t s a p p`) are one word; two of them may be two words (`a y`). */
const joinLetters = (words: readonly Word[]): Word[] => {
  const joined: Word[] = [];
  let index = 0;
  while (index < words.length) {
    const first = words[index];
    if (!first) break;
    let end = index;
    while (end < words.length && isLetter(words[end] ?? first)) end += 1;
    if (end - index >= 4) {
      const run = words.slice(index, end);
      joined.push({ ...first, text: run.map(({ text }) => text).join("") });
      index = end;
    } else {
      joined.push(first);
      index += 1;
    }
  }
  return joined;
};

/** The words of a folded text with the sentence and the clause that each stands in. Line breaks inside of a sentence are spaces. */
export const wordsOf = (folded: string): Word[] => {
  const words: Word[] = [];
  let last = 0;
  let sentence = 0;
  let clause = 0;
  for (const match of folded.matchAll(WORD)) {
    const between = folded.slice(last, match.index);
    // Most words have one space between them, which ends nothing.
    const mayEnd = words.length > 0 && between !== " ";
    if (mayEnd && SENTENCE_END.test(between)) {
      sentence += 1;
      clause += 1;
    } else if (mayEnd && CLAUSE_END.test(between)) clause += 1;
    words.push({ text: unleet(match[0]), at: match.index, sentence, clause });
    last = match.index + match[0].length;
  }
  return joinLetters(words);
};

/** Which sentences end with a question mark. */
export const questionsOf = (folded: string, words: readonly Word[]): Set<number> => {
  const asked = new Set<number>();
  words.forEach(({ at, sentence }, index) => {
    const next = words[index + 1];
    if (next?.sentence === sentence) return;
    if (folded.slice(at, next?.at ?? folded.length).includes("?")) asked.add(sentence);
  });
  return asked;
};
