import type { JobPage, JobQuery } from "#lib/contract/routes/operations.ts";
import type { Database } from "#lib/db/client.ts";
import { assertAdmin } from "../accounts/admin.policy.ts";
import type { Actor } from "../actor.ts";
import { fail } from "../fail.ts";
import type { AuditLog, JobQueue } from "../ports.ts";

type Deps = { database: Database; audit: AuditLog; jobs: JobQueue };

/** What admins see of the queue, and do to it. */
export const createJobService = ({ database, audit, jobs }: Deps) => ({
  /** The dead ones, newest first. @throws {Failure} forbidden */
  list: async (actor: Actor, { cursor, limit }: JobQuery): Promise<JobPage> => {
    assertAdmin(actor);
    const found = await database.read((db) => jobs.dead(db, { cursor, limit: limit + 1 }));
    const items = found.slice(0, limit);
    return { items, nextCursor: (found.length > limit && items.at(-1)?.id) || null };
  },

  /** Tries a dead one from the beginning. @throws {Failure} forbidden, not_found for one that is not dead */
  retry: async (actor: Actor, id: string): Promise<void> => {
    assertAdmin(actor);
    await database.write(async (db) => {
      if (!(await jobs.revive(db, id))) throw fail("not_found");
      await audit.write(db, { actorId: actor.userId, action: "job.retried", subjectType: "job", subjectId: id, details: {} });
    });
  },

  /** Gives a dead one up for good. @throws {Failure} forbidden, not_found for one that is not dead */
  drop: async (actor: Actor, id: string): Promise<void> => {
    assertAdmin(actor);
    const isDropped = await database.write((db) => jobs.drop(db, id));
    if (!isDropped) throw fail("not_found");
  },
});
