/**
 * Families of words by concept. One family is a list of entries with commas between them: `deposit*` is a stem, `*kaution*`
 * may stand anywhere in a word, what has spaces is a phrase. Umlauts are found in either spelling.
 */
export type Families = Record<string, string>;

/** One entry as the index takes it: letters only, with the places where its own words begin. */
export type Entry = { concept: string; letters: string; joints: ReadonlySet<number>; isStem: boolean; isInfix: boolean };

const UMLAUTS: Record<string, [string, string]> = { ä: ["a", "ae"], ö: ["o", "oe"], ü: ["u", "ue"] };

const plain = (text: string): string =>
  text
    .replaceAll("ß", "ss")
    .replaceAll("œ", "oe")
    .replaceAll("æ", "ae")
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "");

const spellings = (text: string): string[] => {
  const forms = [0, 1].map((form) => plain(text.replace(/[äöü]/g, (letter) => UMLAUTS[letter]?.[form] ?? letter)));
  return [...new Set(forms)];
};

const entryOf = (concept: string, written: string): Entry => {
  const isInfix = written.startsWith("*");
  const isStem = written.endsWith("*");
  const words = written.replaceAll("*", "").split(/[\s'-]+/);
  const joints = new Set<number>();
  let length = 0;
  for (const word of words.slice(0, -1)) {
    length += word.length;
    joints.add(length);
  }
  return { concept, letters: words.join(""), joints, isStem, isInfix };
};

/** Every entry in every spelling. */
export const entriesOf = (families: Families): Entry[] =>
  Object.entries(families).flatMap(([concept, list]) =>
    list
      .split(",")
      .map((written) => written.trim().replace(/\s+/g, " "))
      .filter((written) => written !== "")
      .flatMap((written) => spellings(written).map((spelling) => entryOf(concept, spelling))),
  );
