import * as z from "zod";
import type { AuditPage, AuditQuery, AuditVerdict } from "#lib/contract/audit.ts";
import type { Database } from "#lib/db/client.ts";
import { assertAdmin } from "../accounts/admin.policy.ts";
import type { Actor } from "../actor.ts";
import { decodeCursor, encodeCursor } from "../place-cursor.ts";
import { findRecords } from "./audit.reader.ts";
import type { AuditCheckService } from "./audit-check.service.ts";
import type { AuditHeadService } from "./audit-head.service.ts";

const Place = z.int().min(1);

type Deps = { database: Database; heads: AuditHeadService; checks: AuditCheckService };

/** What admins see of what admins did. */
export const createAuditService = ({ database, heads, checks }: Deps) => ({
  /** The newest first. @throws {Failure} forbidden, validation_failed for a foreign cursor */
  list: async (actor: Actor, { cursor, limit }: AuditQuery): Promise<AuditPage> => {
    assertAdmin(actor);
    const before = cursor === undefined ? undefined : decodeCursor(Place, cursor);
    const found = await database.read((db) => findRecords(db, { before, limit: limit + 1 }));
    const items = found.slice(0, limit);
    const last = found.length > limit ? items.at(-1) : undefined;
    return { items, nextCursor: last ? encodeCursor(last.seq) : null };
  },

  /** Reads all of it, and tells whether it is as it was written. @throws {Failure} forbidden */
  verify: async (actor: Actor): Promise<AuditVerdict> => {
    assertAdmin(actor);
    // What was done a moment ago is not loose, only not kept yet.
    await heads.keep();
    return checks.check();
  },
});
