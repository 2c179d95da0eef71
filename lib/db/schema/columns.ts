import { timestamp } from "drizzle-orm/pg-core";

/** A point in time, to the millisecond: what the wire can say. */
export const instant = () => timestamp({ withTimezone: true, precision: 3, mode: "date" });

/** The database's clock at the moment of the insert: it decides, not the process. */
export const now = () => instant().notNull().defaultNow();
