import { sql } from "drizzle-orm";
import { participants } from "#lib/db/schema/index.ts";

/** Until when a member has muted it; null when that end has passed. */
export const mutedUntilNow =
  sql<Date | null>`case when ${participants.mutedUntil} > now() then ${participants.mutedUntil} end`.mapWith(
    participants.mutedUntil,
  );
