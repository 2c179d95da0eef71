/** What people do to a text so that no machine reads it; each takes the text and a source of numbers from 0 to 1. */
export type Mutation = (text: string, random: () => number) => string;

/** The same numbers each time. */
export const randomFrom = (seed: number): (() => number) => {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
};

const LOOKALIKES: Record<string, string> = { a: "а", c: "с", e: "е", i: "і", j: "ј", o: "о", p: "р", s: "ѕ", x: "х", y: "у" };
const SLIP_SHARE = 0.06;
const WORD = /[\p{L}]{4,}/gu;

const everyLetter = (text: string, change: (letter: string) => string): string => [...text].map(change).join("");
const isAddress = (word: string): boolean => /[.@/]/.test(word);

/** Only words that are no addresses: a broken address leads nowhere. */
const everyWord = (text: string, change: (word: string) => string): string =>
  text
    .split(" ")
    .map((word) => (isAddress(word.replace(/[.?!]+$/, "")) ? word : word.replace(WORD, change)))
    .join(" ");

const slip = (word: string, random: () => number): string => {
  const at = 1 + Math.floor(random() * (word.length - 2));
  const [one = "", other = ""] = [word[at], word[at + 1]];
  const changed = [`${other}${one}`, other, `${one}${one}${other}`][Math.floor(random() * 3)] ?? "";
  return `${word.slice(0, at)}${changed}${word.slice(at + 2)}`;
};

export const mutations: Record<string, Mutation> = {
  capitals: (text) => everyWord(text, (word) => word.toUpperCase()),
  "mixed case": (text, random) =>
    everyWord(text, (word) => everyLetter(word, (l) => (random() < 0.5 ? l.toUpperCase() : l.toLowerCase()))),
  "double spaces": (text) => text.replaceAll(" ", "  "),
  "spaced words": (text, random) => everyWord(text, (word) => (random() < 0.15 ? [...word].join(" ") : word)),
  "broken words": (text, random) =>
    everyWord(text, (word) => (word.length > 7 && random() < 0.15 ? `${word.slice(0, 4)} ${word.slice(4)}` : word)),
  lookalikes: (text, random) => everyWord(text, (word) => everyLetter(word, (l) => (random() < 0.5 ? (LOOKALIKES[l] ?? l) : l))),
  "wide letters": (text) =>
    everyWord(text, (word) => everyLetter(word, (l) => (/[a-z]/.test(l) ? String.fromCodePoint(l.charCodeAt(0) + 0xfee0) : l))),
  "unseen signs": (text, random) => everyWord(text, (word) => everyLetter(word, (l) => (random() < 0.2 ? `${l}\u200b` : l))),
  "emoji digits": (text) =>
    /https?:|www\.|\b[a-z]+\.[a-z]{2,4}\//.test(text) ? text : text.replace(/\d/g, (digit) => `${digit}\ufe0f\u20e3`),
  "line breaks": (text, random) => text.replace(/ /g, () => (random() < 0.3 ? "\n" : " ")),
  "no accents": (text) => text.normalize("NFKD").replace(/\p{M}+/gu, ""),
  typos: (text, random) => everyWord(text, (word) => (word.length > 5 && random() < SLIP_SHARE * 2 ? slip(word, random) : word)),
};
