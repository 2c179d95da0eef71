import type { Role } from "#lib/contract/accounts.ts";
import type { Database, Db } from "#lib/db/client.ts";
import type { Actor } from "../actor.ts";
import { fail } from "../fail.ts";
import type { AuditEntry, AuditLog, Publisher } from "../ports.ts";
import { refusalOfAct } from "./account.policy.ts";
import * as standing from "./standing.repository.ts";

type Deps = { database: Database; audit: AuditLog; publish: Publisher };

type Act<Result> = {
  write: (db: Db) => Promise<Result | undefined | false>;
  entry: (done: Result) => Pick<AuditEntry, "action" | "details">;
};

/** As what somebody is here: decided by admins. */
export const createStandingService = ({ database, audit, publish }: Deps) => {
  /** Runs what an admin does to somebody, judged by who is an admin at the moment of the commit, and puts it down. */
  const act = async <Result>(actor: Actor, targetId: string, { write, entry }: Act<Result>): Promise<Result> => {
    // An early word for most: no stranger may hold up the admins' rows.
    if (actor.role !== "admin") throw fail("forbidden");
    const done = await database.write(async (db) => {
      const refusal = refusalOfAct({ actorId: actor.userId, targetId, adminIds: await standing.lockAdmins(db) });
      if (refusal) throw fail(refusal);
      const result = await write(db);
      if (result) await audit.write(db, { actorId: actor.userId, subjectType: "user", subjectId: targetId, ...entry(result) });
      return result;
    });
    if (!done) throw fail("not_found");
    return done;
  };

  return {
    /**
     * Gives somebody another role. Their live sockets end and come back with it.
     * @throws {Failure} forbidden, not_found, conflict (oneself)
     */
    setRole: async (actor: Actor, userId: string, role: Role): Promise<void> => {
      const before = await act(actor, userId, {
        write: (db) => standing.setRole(db, userId, role),
        entry: (from) => ({ action: "user.role_set", details: { from, to: role } }),
      });
      if (before !== role) publish.endUser(userId, "session:revoked", { reason: "role_changed" });
    },
  };
};
