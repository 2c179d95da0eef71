import { asc, sql } from "drizzle-orm";
import type { Db } from "#lib/db/client.ts";
import { messageVersions } from "#lib/db/schema/index.ts";
import type { Place } from "./quote.repository.ts";

export type Version = { conversationId: string; seq: number; content: string; at: Date };

/** What these messages said before they were edited or deleted, the oldest first. */
export const findVersions = async (db: Db, places: readonly Place[]): Promise<Version[]> => {
  if (places.length === 0) return [];
  return db
    .select({
      conversationId: messageVersions.conversationId,
      seq: messageVersions.seq,
      content: messageVersions.content,
      at: messageVersions.writtenAt,
    })
    .from(messageVersions)
    .where(
      sql`(${messageVersions.conversationId}, ${messageVersions.seq}) in (select * from unnest(
        ${sql.param(places.map((place) => place.conversationId))}::uuid[], ${sql.param(places.map((place) => place.seq))}::int[]))`,
    )
    .orderBy(asc(messageVersions.conversationId), asc(messageVersions.seq), asc(messageVersions.version));
};
