import { type SQL, type SQLWrapper, sql } from "drizzle-orm";

/**
 * Whether a column of ids is among these. One parameter, so that the statement has one text however many there are: the database knows it
 * already, and the driver does not ask it what the parameters are.
 */
export const among = (column: SQLWrapper, ids: readonly string[]): SQL => sql`${column} = any(${sql.param(ids)}::uuid[])`;
