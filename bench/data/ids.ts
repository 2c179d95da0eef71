/** Kinds of rows that a benchmark makes, each with ids of its own. */
export type Kind = 1 | 2 | 3;
export const PERSON = 1;
export const CONVERSATION = 2;
export const SESSION = 3;

/** The n-th id of a kind. */
export const idOf = (kind: Kind, n: number): string => `0000000${kind}-0000-7000-8000-${n.toString(16).padStart(12, "0")}`;

/** The same in SQL, of an expression. */
export const idSql = (kind: Kind, n: string): string =>
  `('0000000${kind}-0000-7000-8000-' || lpad(to_hex((${n})::int), 12, '0'))::uuid`;
