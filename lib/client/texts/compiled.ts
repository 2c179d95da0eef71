import compile from "icu-minify/compile";
import en from "./en.ts";

type Texts = { [key: string]: string | Texts };

const compileAll = (texts: Texts): object =>
  Object.fromEntries(
    Object.entries(texts).map(([key, text]) => [key, typeof text === "string" ? compile(text) : compileAll(text)]),
  );

/**
 * The catalogue with every message parsed already. Made once on the server and handed to the page, for the parser
 * alone weighs more than the texts; to the types a compiled message still is the string that it was. Through JSON,
 * since what goes from a server component to the browser must be made of plain objects.
 */
export const compiledTexts: typeof en = JSON.parse(JSON.stringify(compileAll(en)));
