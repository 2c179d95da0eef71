import { sql } from "drizzle-orm";

/**
 * When the statement that asks was received, by the database's clock, which all nodes share: ISO 8601 UTC in milliseconds, as on the wire.
 * Taken before what the statement sees: whoever asks after a commit is dated later than whoever asked without seeing it.
 */
export const statementTime = sql<string>`to_char(statement_timestamp() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
