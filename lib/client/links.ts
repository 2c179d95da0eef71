export type TextPart = { text: string; href: string | null };

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

/** A text as parts, of which those that are web addresses carry a safe `href`. Joined, the parts are the text again. */
export const textParts = (text: string): TextPart[] => {
  const parts: TextPart[] = [];
  let end = 0;
  for (const { 0: found, index } of text.matchAll(ADDRESS)) {
    const address = trimAddress(found);
    const href = hrefOf(address);
    if (href === null) continue;
    if (index > end) parts.push({ text: text.slice(end, index), href: null });
    parts.push({ text: address, href });
    end = index + address.length;
  }
  if (end < text.length) parts.push({ text: text.slice(end), href: null });
  return parts;
};
