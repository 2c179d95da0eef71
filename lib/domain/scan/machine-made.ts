const UUID = /(?<![a-z0-9-])[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}(?![a-z0-9-])/gi;
const FRACTION = /(?<![\d.])0\.\d{7,20}(?!\d)/g;
const TOKEN = /[a-z0-9]{16,}/gi;
const SWITCH = /[a-z](?=\d)|\d(?=[a-z])/gi;
/** An account number goes from letters to digits and back four times at most. */
const LEAST_SWITCHES = 6;

const blank = (found: string): string => "|".repeat(found.length);

const isRandom = (token: string): boolean => (token.match(SWITCH)?.length ?? 0) >= LEAST_SWITCHES;

/** A text without what machines write (ids, hashes, fractions), in which anything can be read; everything else stays in its place. */
export const withoutMachineMade = (text: string): string =>
  text
    .replace(UUID, blank)
    .replace(FRACTION, blank)
    .replace(TOKEN, (token) => (isRandom(token) ? blank(token) : token));
