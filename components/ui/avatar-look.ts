const HUES = [25, 50, 80, 110, 140, 165, 195, 225, 255, 285, 315, 345] as const;

const hash = (text: string) => {
  let value = 0;
  for (let at = 0; at < text.length; at += 1) value = (value * 31 + text.charCodeAt(at)) >>> 0;
  return value;
};

const hueOf = (userId: string): number => HUES[hash(userId) % HUES.length] ?? 165;

/** The same colour for the same person everywhere; dark enough for white letters at 4.5:1 whatever the hue. */
export const avatarColor = (userId: string): string => `oklch(0.5 0.1 ${hueOf(userId)})`;

/** The same hue for a name, as light or dark as it must be to be read on a bubble at 4.5:1 (`--name-lightness`). */
export const nameColor = (userId: string): string => `oklch(var(--name-lightness) 0.1 ${hueOf(userId)})`;

/** 'Dana Lowe' → DL, 'Alice' → A. A name that starts with an emoji keeps it whole. */
export const initials = (name: string): string => {
  const words = name.trim().split(/\s+/).filter(Boolean);
  const first = words[0] ?? "?";
  const last = words.length > 1 ? (words.at(-1) ?? "") : "";
  return [first, last]
    .map((word) => [...word][0] ?? "")
    .join("")
    .toLocaleUpperCase("en");
};
