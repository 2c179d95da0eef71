/** What a check compares of one conversation. */
export type Holding = {
  id: string;
  /** Up to which every change is held. */
  rev: number;
  /** The sum of the watermarks of its members: none of them ever falls. */
  marks: number;
  unreadCount: number;
  pinned: boolean;
  archived: boolean;
};

const lineOf = ({ id, rev, marks, unreadCount, pinned, archived }: Holding): string =>
  [id, rev, marks, unreadCount, pinned ? 1 : 0, archived ? 1 : 0].join(" ");

/** FNV-1a: no guard against somebody who wants two texts to look alike, which here would only be cheating oneself. */
const hash = (text: string, seed: number): number => {
  let value = seed;
  for (let index = 0; index < text.length; index += 1) value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  return value >>> 0;
};

/** Sixty-four bits that are equal on both sides of the wire when both hold the same of these conversations, in whatever order. */
export const fingerprintOf = (holdings: readonly Holding[]): string => {
  const text = holdings.map(lineOf).sort().join("\n");
  return [0x811c9dc5, 0x01000193].map((seed) => hash(text, seed).toString(16).padStart(8, "0")).join("");
};
