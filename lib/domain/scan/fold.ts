import confused from "unhomoglyph";

/** Nothing to see: zero width, joiners, soft hyphens, directions. Variation selectors and the frames of keycaps are marks. */
const UNSEEN = /[\u00ad\u061c\u115f\u1160\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]/g;
const MARKS = /\p{M}+/gu;
const REGIONAL_A = 0x1f1e6;

/** Letters that have no parts, or that the table of look-alikes takes for something else. */
const SPELLINGS: Record<string, string> = {
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  ł: "l",
  đ: "d",
  ı: "i",
  "€": " eur ",
  "£": " gbp ",
  "🔟": "10",
  "🅰": "a",
  "🅱": "b",
  "🅾": "o",
  "🅿": "p",
  "’": "'",
  "‘": "'",
  "´": "'",
  "`": "'",
  "–": "-",
  "—": "-",
  "−": "-",
  "․": ".",
  "。": ".",
  "·": ".",
  "•": ".",
  "＠": "@",
};

const BEYOND_ASCII = /[^\0-\x7f]/gu;

const foldCharacter = (character: string): string => {
  const spelled = SPELLINGS[character];
  if (spelled !== undefined) return spelled;
  const code = character.codePointAt(0) ?? 0;
  if (code >= REGIONAL_A && code < REGIONAL_A + 26) return String.fromCharCode(97 + code - REGIONAL_A);
  // Pictures stand between words, but end no sentence.
  if (code > 0x2190 && /\p{So}/u.test(character)) return " ";
  return confused(character).toLowerCase();
};

/**
 * The text as the eye reads it, in plain small letters: look-alikes, accents, fancy digits and what cannot be seen are gone.
 * What remains beyond ASCII are letters of other scripts. Linear in the length of the text.
 */
export const fold = (text: string): string => {
  const plain = text
    .replace(/\$(?=\s?\d)/g, " usd ")
    .replace(UNSEEN, "")
    .normalize("NFKD")
    .replace(UNSEEN, "")
    .replace(MARKS, "")
    .toLowerCase();
  const known = new Map<string, string>();
  return plain.replace(BEYOND_ASCII, (character) => {
    const before = known.get(character);
    if (before !== undefined) return before;
    const folded = foldCharacter(character);
    known.set(character, folded);
    return folded;
  });
};
