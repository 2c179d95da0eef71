import { fold } from "./fold.ts";

const BITS = 64;
const SHINGLE = 5;
const OFFSET = 0xcbf29ce484222325n;
const PRIME = 0x100000001b3n;
const MASK = (1n << 64n) - 1n;

/** FNV-1a: it is only to spread the bits. */
const hash = (text: string): bigint => {
  let value = OFFSET;
  for (let index = 0; index < text.length; index += 1) value = ((value ^ BigInt(text.charCodeAt(index))) * PRIME) & MASK;
  return value;
};

/** What stays the same when a text is sent again with other names, numbers, links, case or signs. */
const essence = (content: string): string =>
  content
    .split(/\s+/)
    .filter((word, index) => !/[\d@/]/.test(word) && (index === 0 || !/^\p{Lu}\p{Ll}/u.test(word)))
    .map((word) => fold(word).replace(/[^\p{L}]/gu, ""))
    .join("");

/** The letters that are compared; a short text says too little to be recognised by. */
export const lettersOf = (content: string): number => essence(content).length;

/** 16 hexadecimal digits; texts that are nearly the same differ in few of their 64 bits. Linear in the length. */
export const fingerprintOf = (content: string): string => {
  const letters = essence(content);
  const counts = new Array<number>(BITS).fill(0);
  for (let at = 0; at <= Math.max(0, letters.length - SHINGLE); at += 1) {
    let value = hash(letters.slice(at, at + SHINGLE));
    for (let bit = 0; bit < BITS; bit += 1) {
      counts[bit] = (counts[bit] ?? 0) + (value & 1n ? 1 : -1);
      value >>= 1n;
    }
  }
  return counts
    .reduce((sum, count, bit) => (count > 0 ? sum | (1n << BigInt(bit)) : sum), 0n)
    .toString(16)
    .padStart(16, "0");
};

/** In how many bits two fingerprints differ. */
export const distanceBetween = (one: string, other: string): number => {
  let differing = BigInt(`0x${one}`) ^ BigInt(`0x${other}`);
  let count = 0;
  for (; differing > 0n; differing &= differing - 1n) count += 1;
  return count;
};
