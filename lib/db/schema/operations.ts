import { index, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { instant, now } from "./columns.ts";

/** What jobs have done, by the id of the job: a job that runs again finds that it has run. */
export const effects = pgTable("effects", { jobId: uuid().primaryKey(), at: now() }, (table) => [index().on(table.at)]);

/** Up to when scheduled work was put into the queue: of many processes that look, one moves it on. */
export const schedules = pgTable("schedules", { name: text().primaryKey(), slot: instant().notNull() });
