/** Regions as the languages name them, with the words that say that one is in them. */
const PLACES = {
  en: ["in", "in the", "to"],
  de: ["in", "in der", "in den", "nach"],
  es: ["en", "en los"],
  fr: ["en", "au", "aux"],
};
const LETTERS = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
const isPlain = (name: string): boolean => /^[\p{L} '-]+$/u.test(name) && name.length > 2;

const namesIn = (language: string): string[] => {
  const names = new Intl.DisplayNames([language], { type: "region", fallback: "none" });
  return LETTERS.flatMap((first) => LETTERS.map((second) => names.of(`${first}${second}`) ?? "")).filter(isPlain);
};

/** `in Norway`, `en Noruega`, … as entries of a family. */
export const COUNTRIES = Object.entries(PLACES)
  .flatMap(([language, places]) => namesIn(language).flatMap((name) => places.map((place) => `${place} ${name.toLowerCase()}`)))
  .join(", ");
