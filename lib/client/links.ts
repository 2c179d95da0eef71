import { webAddresses } from "#lib/contract/web-addresses.ts";

export type TextPart = { text: string; href: string | null };

/** A text as parts, of which those that are web addresses carry a safe `href`. Joined, the parts are the text again. */
export const textParts = (text: string): TextPart[] => {
  const parts: TextPart[] = [];
  let end = 0;
  for (const { text: address, href, index } of webAddresses(text)) {
    if (index > end) parts.push({ text: text.slice(end, index), href: null });
    parts.push({ text: address, href });
    end = index + address.length;
  }
  if (end < text.length) parts.push({ text: text.slice(end), href: null });
  return parts;
};
