/** A text as it stands in HTML, between tags or in an attribute. */
export const escaped = (text: string): string => text.replace(/[&<>"']/g, (character) => `&#${character.codePointAt(0)};`);

/** The text that was escaped so. */
export const unescaped = (html: string): string =>
  html.replace(/&#(\d{1,3});/g, (_, code: string) => String.fromCodePoint(Number(code)));
