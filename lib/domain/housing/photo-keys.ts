/** The address of a photo, which is also its key in the store, and of its small form. Never used for anything else again. */
export const photoUrl = (id: string): string => `/photos/${id}.webp`;

const OWN = /^\/(photos\/[0-9a-f-]{36})\.webp$/;

/** The two keys under which the photo of an address is kept; none for pictures that come with the program. */
export const keysOf = (url: string): string[] => {
  const name = OWN.exec(url)?.[1];
  return name === undefined ? [] : [`${name}.webp`, `${name}-small.webp`];
};
