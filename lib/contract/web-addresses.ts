/** A web address as it stands in a text, from `index` on, and as a safe link. */
export type WebAddress = { text: string; href: string; index: number };

const ADDRESS = /https?:\/\/[^\s<>"]+/gi;
const AFTERTHOUGHT = /[.,;:!?'”’…]+$/;

/** An address in running text ends before the sentence's own signs, and before a bracket that was opened outside it. */
const trimAddress = (found: string): string => {
  const bare = found.replace(AFTERTHOUGHT, "");
  const isLone = bare.endsWith(")") && !bare.includes("(");
  return isLone ? trimAddress(bare.slice(0, -1)) : bare;
};

/** What the pattern above takes for an address need not be one. */
const hrefOf = (address: string): string | null => (URL.canParse(address) ? new URL(address).href : null);

/** The web addresses in a text, in their order. */
export const webAddresses = (text: string): WebAddress[] =>
  [...text.matchAll(ADDRESS)].flatMap(({ 0: found, index }) => {
    const address = trimAddress(found);
    const href = hrefOf(address);
    return href === null ? [] : [{ text: address, href, index }];
  });
