/** postgres.js's own codes, Node's, the gate's, and the SQL states that say 'not now' rather than 'not so'. */
const OUTAGE_CODES = new Set([
  "DATABASE_BUSY",
  "CONNECTION_CLOSED",
  "CONNECTION_ENDED",
  "CONNECTION_DESTROYED",
  "CONNECT_TIMEOUT",
  "ECONNREFUSED",
  "ECONNRESET",
  "EPIPE",
  "ETIMEDOUT",
  "40001", // serialization failure
  "40P01", // deadlock
  "53300", // too many connections
  "55P03", // lock not available
  "57014", // statement timeout
  "57P01", // shutting down
  "57P02", // crash
  "57P03", // starting up
  "25P03", // idle in transaction
]);

/** True when the database, not the request, is at fault: the same request may well succeed in a moment (R18). */
export const isOutage = (error: unknown): boolean => {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if ("code" in cause && typeof cause.code === "string" && OUTAGE_CODES.has(cause.code)) return true;
  }
  return false;
};
