import * as z from "zod";
import type { AuditPage, AuditQuery } from "#lib/contract/audit.ts";
import type { Database } from "#lib/db/client.ts";
import { assertAdmin } from "../accounts/admin.policy.ts";
import type { Actor } from "../actor.ts";
import { decodeCursor, encodeCursor } from "../place-cursor.ts";
import { findRecords } from "./audit.reader.ts";

const Place = z.int().min(1);

/** What admins see of what admins did. */
export const createAuditService = ({ database }: { database: Database }) => ({
  /** The newest first. @throws {Failure} forbidden, validation_failed for a foreign cursor */
  list: async (actor: Actor, { cursor, limit }: AuditQuery): Promise<AuditPage> => {
    assertAdmin(actor);
    const before = cursor === undefined ? undefined : decodeCursor(Place, cursor);
    const found = await database.read((db) => findRecords(db, { before, limit: limit + 1 }));
    const items = found.slice(0, limit);
    const last = found.length > limit ? items.at(-1) : undefined;
    return { items, nextCursor: last ? encodeCursor(last.seq) : null };
  },
});
