/**
 * The name of the one conversation of a pair about a listing (or about none): whoever opens it first, both get the same key,
 * and the unique index on it lets a race make one.
 */
export const directKey = (userIds: readonly [string, string], listingId: string | null): string =>
  `${[...userIds].sort().join(":")}:${listingId ?? "-"}`;
