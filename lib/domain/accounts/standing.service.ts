import type { Ban, Role } from "#lib/contract/accounts.ts";
import { NO_END } from "#lib/contract/primitives.ts";
import type { Database, Db } from "#lib/db/client.ts";
import type { Actor } from "../actor.ts";
import { fail } from "../fail.ts";
import type { Clock, Publisher } from "../ports.ts";
import { refusalOfAct } from "./account.policy.ts";
import * as standing from "./standing.repository.ts";

type Deps = { database: Database; publish: Publisher; clock: Clock };

/** Who may be here, and as what: decided by admins. */
export const createStandingService = ({ database, publish, clock }: Deps) => {
  /** Runs what an admin does to somebody, judged by who is an admin at the moment of the commit. */
  const act = async <Result>(
    actor: Actor,
    targetId: string,
    write: (db: Db) => Promise<Result | undefined | false>,
  ): Promise<Result> => {
    // An early word for most: no stranger may hold up the admins' rows.
    if (actor.role !== "admin") throw fail("forbidden");
    const done = await database.write(async (db) => {
      const refusal = refusalOfAct({ actorId: actor.userId, targetId, adminIds: await standing.lockAdmins(db) });
      if (refusal) throw fail(refusal);
      return write(db);
    });
    if (!done) throw fail("not_found");
    return done;
  };

  return {
    /**
     * Keeps somebody out of everything; their live sockets end. A second ban takes the place of the first.
     * @throws {Failure} forbidden, not_found, conflict (oneself)
     */
    ban: async (actor: Actor, userId: string, { until, reason }: Ban): Promise<void> => {
      const bannedUntil = new Date(until ?? NO_END);
      await act(actor, userId, (db) => standing.setBan(db, userId, { bannedUntil, banReason: reason }));
      if (bannedUntil > clock()) publish.endUser(userId, "moderation:banned", { reason, until: until ?? null });
    },

    /** @throws {Failure} forbidden, not_found, conflict (oneself) */
    lift: async (actor: Actor, userId: string): Promise<void> => {
      await act(actor, userId, (db) => standing.setBan(db, userId, { bannedUntil: null, banReason: null }));
    },

    /**
     * Gives somebody another role. Their live sockets end and come back with it.
     * @throws {Failure} forbidden, not_found, conflict (oneself)
     */
    setRole: async (actor: Actor, userId: string, role: Role): Promise<void> => {
      const before = await act(actor, userId, (db) => standing.setRole(db, userId, role));
      if (before !== role) publish.endUser(userId, "session:revoked", { reason: "role_changed" });
    },
  };
};
