import { fold } from "./fold.ts";

const HALF = 32;
const SHINGLE = 5;
const SEEDS = [0x811c9dc5, 0x2f0b4c47] as const;

/** FNV-1a with the last mixing of MurmurHash3, in 32 bits: it is only to spread them, and every message of some length is hashed. */
const hash = (text: string, from: number, seed: number): number => {
  let value: number = seed;
  for (let index = from; index < from + SHINGLE && index < text.length; index += 1)
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
  return value ^ (value >>> 16);
};

const PLAIN = /^[\0-\x7f]*$/;
/** The letters of a word as the eye reads it; of most words that is quickly said. */
const lettersIn = (word: string): string =>
  PLAIN.test(word) ? word.toLowerCase().replace(/[^a-z]/g, "") : fold(word).replace(/[^\p{L}]/gu, "");

/** What stays the same when a text is sent again with other names, numbers, links, case or signs. */
const essence = (content: string): string =>
  content
    .split(/\s+/)
    .filter((word, index) => !/[\d@/]/.test(word) && (index === 0 || !/^\p{Lu}\p{Ll}/u.test(word)))
    .map(lettersIn)
    .join("");

/** The letters that are compared; a short text says too little to be recognised by. */
export const lettersOf = (content: string): number => essence(content).length;

/** One more of each bit that is set. The counts stand across: bit n of plane k is worth two to the k in the count of bit n. */
const countIn = (planes: number[], bits: number): void => {
  let carried = bits;
  for (let plane = 0; carried !== 0; plane += 1) {
    const before = planes[plane] ?? 0;
    planes[plane] = before ^ carried;
    carried &= before;
  }
};

const countOf = (planes: readonly number[], bit: number): number =>
  planes.reduce((sum, plane, power) => sum + (((plane >>> bit) & 1) << power), 0);

/** Eight hexadecimal digits: each bit is what most shingles of the letters have there. */
const halfOf = (letters: string, seed: number): string => {
  const planes: number[] = [];
  const shingles = Math.max(0, letters.length - SHINGLE) + 1;
  for (let at = 0; at < shingles; at += 1) countIn(planes, hash(letters, at, seed));
  let half = 0;
  for (let bit = 0; bit < HALF; bit += 1) if (2 * countOf(planes, bit) > shingles) half |= 1 << bit;
  return (half >>> 0).toString(16).padStart(8, "0");
};

/** 16 hexadecimal digits; texts that are nearly the same differ in few of their 64 bits. Linear in the length. */
export const fingerprintOf = (content: string): string => {
  const letters = essence(content);
  return SEEDS.map((seed) => halfOf(letters, seed)).join("");
};

/** In how many bits two fingerprints differ. */
export const distanceBetween = (one: string, other: string): number => {
  let differing = BigInt(`0x${one}`) ^ BigInt(`0x${other}`);
  let count = 0;
  for (; differing > 0n; differing &= differing - 1n) count += 1;
  return count;
};
