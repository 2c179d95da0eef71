import type { ExcerptPart } from "#lib/contract/message-search.ts";

const BEFORE = 40;
const CHARACTERS = 160;
const ELLIPSIS = "…";

const letter = /[\p{L}\p{N}]/u;
const LOOSE_MARKS = /[\u0300-\u036f]/g;
/** Written without spaces: a word begins anywhere. */
const withoutSpaces = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u;
const LETTERS: Record<string, string> = { ß: "ss", ø: "o", ł: "l", đ: "d", ı: "i", ς: "σ", æ: "a", œ: "o" };

/** A character as words are compared: as `message_fold` in the database does it. */
const fold = (character: string): string =>
  [...character.normalize("NFKD").replace(LOOSE_MARKS, "").toLowerCase()]
    .map((sign) => LETTERS[sign] ?? sign)
    .join("")
    .normalize("NFKC");

type Folded = { text: string /** Of each unit of the text, the character of the original. */; places: number[] };

const foldAll = (characters: readonly string[]): Folded => {
  let text = "";
  const places: number[] = [];
  for (const [index, character] of characters.entries()) {
    const folded = fold(character);
    text += folded;
    for (let unit = 0; unit < folded.length; unit += 1) places.push(index);
  }
  return { text, places };
};

const beginsAt = (text: string, at: number): boolean =>
  at === 0 || withoutSpaces.test(text.charAt(at)) || !letter.test(text.charAt(at - 1)) || withoutSpaces.test(text.charAt(at - 1));

const placesOf = (text: string, word: string): number[] => {
  const found: number[] = [];
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) if (beginsAt(text, at)) found.push(at);
  return found;
};

/** Behind the last character of a hit: a mark of its own belongs to the letter before it. */
const endOf = (places: readonly number[], after: number, length: number): number =>
  after < places.length ? Math.max(places[after] ?? 0, (places[after - 1] ?? 0) + 1) : length;

/** Which characters are part of a hit. */
const hitsIn = (characters: readonly string[], words: readonly string[]): boolean[] => {
  const { text, places } = foldAll(characters);
  const hits = characters.map(() => false);
  for (const word of words.filter(Boolean)) {
    for (const at of placesOf(text, word)) {
      for (let place = places[at] ?? 0; place < endOf(places, at + word.length, characters.length); place += 1)
        hits[place] = true;
    }
  }
  return hits;
};

const parted = (characters: readonly string[], hits: readonly boolean[]): ExcerptPart[] => {
  const parts: ExcerptPart[] = [];
  for (const [index, character] of characters.entries()) {
    const isHit = hits[index] ?? false;
    const last = parts.at(-1);
    if (last?.isHit === isHit) last.text += character;
    else parts.push({ text: character, isHit });
  }
  return parts;
};

/** The words around the first hit, as written, cut into what was looked for and what was not. */
export const excerptFor = (content: string, words: readonly string[]): ExcerptPart[] => {
  const characters = [...content.trim().replace(/\s+/g, " ")];
  const hits = hitsIn(characters, words);
  const first = hits.indexOf(true);
  const from = first > BEFORE && characters.length > CHARACTERS ? first - BEFORE : 0;
  const to = from + CHARACTERS;
  const parts = parted(characters.slice(from, to), hits.slice(from, to));
  const cutBefore = from > 0 ? [{ text: ELLIPSIS, isHit: false }] : [];
  const cutAfter = to < characters.length ? [{ text: ELLIPSIS, isHit: false }] : [];
  return [...cutBefore, ...parts, ...cutAfter];
};
