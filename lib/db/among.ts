import { type SQL, type SQLWrapper, sql } from "drizzle-orm";

/**
 * Whether a column of ids is among these. One parameter, so that the statement has one text, and is as quickly built and described,
 * however many there are.
 */
export const among = (column: SQLWrapper, ids: readonly string[]): SQL => sql`${column} = any(${sql.param(ids)}::uuid[])`;
