/** postgres.js's own codes, Node's, and the SQL states that say that the database, or the line to it, is gone. */
const LOSSES = [
  "CONNECTION_CLOSED",
  "CONNECTION_ENDED",
  "CONNECTION_DESTROYED",
  "CONNECT_TIMEOUT",
  "ECONNREFUSED",
  "ECONNRESET",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "ENOTFOUND",
  "EAI_AGAIN",
  "EPIPE",
  "ETIMEDOUT",
  "57P01", // shutting down
  "57P02", // crash
  "57P03", // starting up
];

/** The gate's, the watch's, and the SQL states that say 'not now' rather than 'not so'. */
const DELAYS = [
  "DATABASE_BUSY",
  "DATABASE_AWAY",
  "25006", // read only: its disk is full, or another one has taken over
  "25P03", // idle in transaction
  "40001", // serialization failure
  "40P01", // deadlock
  "53100", // disk full
  "53200", // out of memory
  "53300", // too many connections
  "55P03", // lock not available
  "57014", // statement timeout
  "58030", // its disk fails
];

const hasOneOf = (error: unknown, key: "code" | "routine", values: ReadonlySet<string>): boolean => {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    const value = (cause as { code?: unknown; routine?: unknown })[key];
    if (typeof value === "string" && values.has(value)) return true;
  }
  return false;
};

const LOSS_CODES = new Set(LOSSES);
const OUTAGE_CODES = new Set([...LOSSES, ...DELAYS]);

/** True when nobody was asked: it has been noticed before that the database is away. */
export const isKnownToBeAway = (error: unknown): boolean => hasOneOf(error, "code", new Set(["DATABASE_AWAY"]));

/** True when the database may be gone. */
export const isLoss = (error: unknown): boolean => hasOneOf(error, "code", LOSS_CODES);

/** PostgreSQL's own names for where it looks a prepared statement up: what it answers is another by now, or it knows no such one. */
const STALE_ROUTINES = new Set(["RevalidateCachedQuery", "FetchPreparedStatement"]);

/** True when a statement was prepared for a table that has changed since: the driver has forgotten it, and prepares it anew. */
export const isStale = (error: unknown): boolean => hasOneOf(error, "routine", STALE_ROUTINES);

/** True when the database, not the request, is at fault: the same request may well succeed in a moment (R18). */
export const isOutage = (error: unknown): boolean => hasOneOf(error, "code", OUTAGE_CODES) || isStale(error);
