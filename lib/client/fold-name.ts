/** A name as one looks for it: without accents, in lower case. */
export const foldName = (name: string): string => name.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
