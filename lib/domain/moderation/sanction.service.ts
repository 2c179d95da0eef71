import type { Ban } from "#lib/contract/accounts.ts";
import { NO_END } from "#lib/contract/primitives.ts";
import type { SanctionKind } from "#lib/contract/sanction-rules.ts";
import type { Grounds, OwnSanctions, Removal, Sanction, Silence } from "#lib/contract/sanctions.ts";
import type { Database, Db } from "#lib/db/client.ts";
import { assertModerator } from "../accounts/moderator.policy.ts";
import type { SessionService } from "../accounts/session.service.ts";
import type { Actor } from "../actor.ts";
import { fail } from "../fail.ts";
import type { RemovalService } from "../messages/removal.service.ts";
import type { AuditEntry, AuditLog, Clock, JobQueue, NewId, Publisher } from "../ports.ts";
import { isParty } from "./decision.policy.ts";
import { lockDocket } from "./decision.repository.ts";
import { refusalOfSanction } from "./sanction.policy.ts";
import { findOwnSanctions, findSanction } from "./sanction.reader.ts";
import * as sanctions from "./sanction.repository.ts";

type Deps = {
  database: Database;
  audit: AuditLog;
  publish: Publisher;
  sessions: Pick<SessionService, "endAllIn">;
  removals: RemovalService;
  jobs: JobQueue;
  clock: Clock;
  newId: NewId;
};

type Act = {
  kind: SanctionKind;
  grounds: Grounds;
  until?: Date | undefined;
  action: AuditEntry["action"];
  /** What it does, in its transaction; answers with what tells of it. */
  work: (db: Db, id: string) => Promise<(sanction: Sanction) => void>;
};

const noticeOf = ({ id, rule, reason, until }: Sanction) => ({ sanctionId: id, rule, reason, until });

/** What an entry of the log is about: the person, or the messages that the sanction holds. */
const subjectOf = ({ id, kind, person }: Sanction): Pick<AuditEntry, "subjectType" | "subjectId"> =>
  kind === "remove" ? { subjectType: "message", subjectId: id } : { subjectType: "user", subjectId: person.id };

/** What moderators do to people: each with its rule, its reason and a notice, and each can be taken back. */
export const createSanctionService = ({ database, audit, publish, sessions, removals, jobs, clock, newId }: Deps) => {
  const load = async (db: Db, id: string): Promise<Sanction> => {
    const found = await findSanction(db, id);
    if (!found) throw fail("not_found");
    return found;
  };

  /** Judged by who the two are at the moment of the commit. */
  const assertMayAct = async (db: Db, actor: Actor, targetId: string): Promise<void> => {
    const standings = await sanctions.lockStandings(db, [actor.userId, targetId]);
    const refusal = refusalOfSanction(standings.get(actor.userId), standings.get(targetId));
    if (refusal) throw fail(refusal);
  };

  /** What comes of a report is not done by who made it or is meant by it. */
  const assertNoParty = async (db: Db, actor: Actor, reportId: string | undefined, targetId: string): Promise<void> => {
    if (reportId === undefined) return;
    const locked = await lockDocket(db, reportId);
    if (!locked || isParty(actor.userId, locked.docket)) throw fail("not_found");
    if (targetId !== locked.docket.reportedId && targetId !== locked.docket.reporterId) throw fail("not_found");
  };

  type Acted = { sanction: Sanction; tell: () => void };

  const actIn = async (db: Db, actor: Actor, userId: string, { kind, grounds, until, action, work }: Act): Promise<Acted> => {
    await assertMayAct(db, actor, userId);
    await assertNoParty(db, actor, grounds.reportId, userId);
    const id = newId();
    const { rule, reason, reportId = null } = grounds;
    if (kind === "silence" || kind === "ban") {
      await sanctions.endLasting(db, userId, kind, { liftedBy: actor.userId, liftReason: null });
    }
    await sanctions.insertSanction(db, {
      id,
      userId,
      kind,
      rule,
      reason,
      until: until ?? null,
      reportId,
      actorId: actor.userId,
    });
    await jobs.add(db, "sanction:mail", { sanctionId: id, news: "made" });
    const told = await work(db, id);
    const made = await load(db, id);
    const details = { sanctionId: id, rule, until: made.until, reportId, messages: made.messages };
    await audit.write(db, { actorId: actor.userId, action, ...subjectOf(made), details });
    return { sanction: made, tell: () => told(made) };
  };

  const act = async (actor: Actor, userId: string, given: Act): Promise<Sanction> => {
    // An early word for most: no stranger may hold up anybody's row.
    assertModerator(actor);
    const { sanction, tell } = await database.write((db) => actIn(db, actor, userId, given));
    tell();
    return sanction;
  };

  const kicking = (userId: string, grounds: Grounds): Act => ({
    kind: "kick",
    grounds,
    action: "user.kicked",
    work: async (db) => {
      await sessions.endAllIn(db, userId, "kicked");
      return (made) => publish.endUser(userId, "moderation:kicked", noticeOf(made));
    },
  });

  /** Undoes what a sanction did. Answers with what tells of it. */
  const undo = async (db: Db, { id, kind, person }: Sanction): Promise<() => void> => {
    if (kind === "silence") await sanctions.setAccess(db, person.id, { silencedUntil: null });
    if (kind === "ban") await sanctions.setAccess(db, person.id, { bannedUntil: null, banReason: null });
    return kind === "remove" ? (await removals.restore(db, id)).tell : () => undefined;
  };

  /** @throws {Failure} conflict where it counts no longer */
  const undoIn = async (db: Db, liftedBy: string, sanction: Sanction, reason: string): Promise<() => void> => {
    if (!(await sanctions.endSanction(db, sanction.id, { liftedBy, liftReason: reason }))) throw fail("conflict");
    const tell = await undo(db, sanction);
    return () => {
      tell();
      publish.toUser(sanction.person.id, "moderation:lifted", { sanctionId: sanction.id, kind: sanction.kind });
    };
  };

  return {
    warn: (actor: Actor, userId: string, grounds: Grounds): Promise<Sanction> =>
      act(actor, userId, {
        kind: "warn",
        grounds,
        action: "user.warned",
        work: async () => (made) => publish.toUser(userId, "moderation:warned", noticeOf(made)),
      }),

    /** They read on. @throws {Failure} forbidden, not_found, conflict (oneself), validation_failed for a time that is over */
    silence: (actor: Actor, userId: string, { until, ...grounds }: Silence): Promise<Sanction> => {
      const silencedUntil = new Date(until);
      if (silencedUntil <= clock()) throw fail("validation_failed", { details: [{ path: ["until"], message: "is over" }] });
      return act(actor, userId, {
        kind: "silence",
        grounds,
        until: silencedUntil,
        action: "user.silenced",
        work: async (db) => {
          await sanctions.setAccess(db, userId, { silencedUntil });
          return (made) => publish.toUser(userId, "moderation:silenced", noticeOf(made));
        },
      });
    },

    /** Signs somebody out everywhere. @throws {Failure} forbidden, not_found, conflict (oneself) */
    kick: (actor: Actor, userId: string, grounds: Grounds): Promise<Sanction> => act(actor, userId, kicking(userId, grounds)),

    /** The same inside the transaction of what it comes of. Answers with what tells of it. */
    kickIn: async (db: Db, actor: Actor, userId: string, grounds: Grounds): Promise<() => void> =>
      (await actIn(db, actor, userId, kicking(userId, grounds))).tell,

    /**
     * Keeps somebody out of everything; their live sockets end. A second ban takes the place of the first.
     * @throws {Failure} forbidden, not_found, conflict (oneself)
     */
    ban: (actor: Actor, userId: string, { until, rule = "other", ...given }: Ban): Promise<Sanction> => {
      const bannedUntil = new Date(until ?? NO_END);
      return act(actor, userId, {
        kind: "ban",
        grounds: { ...given, rule },
        until: until === undefined ? undefined : bannedUntil,
        action: "user.banned",
        work: async (db) => {
          await sanctions.setAccess(db, userId, { bannedUntil, banReason: given.reason });
          return ({ reason }) => {
            if (bannedUntil > clock()) publish.endUser(userId, "moderation:banned", { reason, until: until ?? null });
          };
        },
      });
    },

    /** @throws {Failure} forbidden, not_found also where nothing of theirs is left to remove, conflict (oneself) */
    remove: (actor: Actor, userId: string, { message, ...grounds }: Removal): Promise<Sanction> =>
      act(actor, userId, {
        kind: "remove",
        grounds,
        action: "message.removed",
        work: async (db, id) => {
          const { places, tell } = await removals.remove(db, id, { senderId: userId, message });
          if (places.length === 0) throw fail("not_found");
          return (made) => {
            tell();
            publish.toUser(userId, "moderation:warned", noticeOf(made));
          };
        },
      }),

    /** Lets somebody in again, by whatever they were kept out. @throws {Failure} forbidden, not_found, conflict (oneself) */
    letIn: async (actor: Actor, userId: string): Promise<void> => {
      assertModerator(actor);
      await database.write(async (db) => {
        await assertMayAct(db, actor, userId);
        const ended = await sanctions.endLasting(db, userId, "ban", { liftedBy: actor.userId, liftReason: null });
        for (const sanctionId of ended) await jobs.add(db, "sanction:mail", { sanctionId, news: "lifted" });
        await sanctions.setAccess(db, userId, { bannedUntil: null, banReason: null });
        const entry = { action: "user.lifted", subjectType: "user", subjectId: userId, details: {} } as const;
        await audit.write(db, { actorId: actor.userId, ...entry });
      });
    },

    /** Takes one back with all that it did. @throws {Failure} forbidden, not_found, conflict where it counts no longer */
    lift: async (actor: Actor, id: string, { reason }: { reason: string }): Promise<Sanction> => {
      assertModerator(actor);
      const { after, tell } = await database.write(async (db) => {
        const before = await load(db, id);
        await assertMayAct(db, actor, before.person.id);
        const undone = await undoIn(db, actor.userId, before, reason);
        await jobs.add(db, "sanction:mail", { sanctionId: id, news: "lifted" });
        const after = await load(db, id);
        const action = before.kind === "remove" ? "message.restored" : "user.lifted";
        const details = { sanctionId: id, kind: before.kind };
        await audit.write(db, { actorId: actor.userId, action, ...subjectOf(before), details });
        return { after, tell: undone };
      });
      tell();
      return after;
    },

    /**
     * The same inside the transaction of who decides it, without an entry of its own. Answers with what tells of it.
     * @throws {Failure} conflict where it counts no longer
     */
    liftIn: undoIn,

    own: async (actor: Pick<Actor, "userId">): Promise<OwnSanctions> => ({
      items: await database.read((db) => findOwnSanctions(db, actor.userId)),
    }),
  };
};
export type SanctionService = ReturnType<typeof createSanctionService>;
