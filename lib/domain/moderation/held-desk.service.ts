import type { HeldCase, HeldPlace, HeldQueue, HeldRefusal, TakeOver } from "#lib/contract/held.ts";
import type { SendMessage } from "#lib/contract/messages.ts";
import type { Database, Db } from "#lib/db/client.ts";
import { assertModerator } from "../accounts/moderator.policy.ts";
import type { Actor } from "../actor.ts";
import { fail } from "../fail.ts";
import type { HeldAnnouncer } from "../messages/held.announcer.ts";
import { presentHeld } from "../messages/held.presenter.ts";
import type { ReleaseService } from "../messages/release.service.ts";
import type { AuditEntry, AuditLog, Publisher } from "../ports.ts";
import { findHeldSender, findHeldSenders, findWaitingEntries } from "./held.reader.ts";
import * as held from "./held.repository.ts";
import { findReportHistory } from "./queue.reader.ts";
import { refusalOfSanction, type Standing } from "./sanction.policy.ts";
import { findSanctionsOf } from "./sanction.reader.ts";
import { lockStandings } from "./sanction.repository.ts";
import type { SanctionService } from "./sanction.service.ts";
import { closeTakeover } from "./takeover.repository.ts";
import type { TakeoverService } from "./takeover.service.ts";

type Deps = {
  database: Database;
  audit: AuditLog;
  publish: Publisher;
  heldNews: HeldAnnouncer;
  releases: ReleaseService;
  takeovers: TakeoverService;
  sanctionService: Pick<SanctionService, "kickIn">;
};

/** Whose messages a step is about, as they stand at the moment of the commit. */
type Writer = Standing & { name: string };
type Row = held.HeldMessageRow;
type Tell = () => void;
type Done = { entry: Pick<AuditEntry, "action" | "subjectType" | "subjectId" | "details">; tell: Tell };

const placeOf = ({ conversationId, id }: Row): HeldPlace => ({ conversationId, messageId: id });

const inputOf = (row: Row): SendMessage => ({
  conversationId: row.conversationId,
  messageId: row.id,
  content: row.content,
  kind: row.kind,
  attachmentIds: row.attachments.map(({ id }) => id),
  mentions: row.mentions,
  ...(row.replyToId === null ? {} : { replyToId: row.replyToId }),
  ...(row.clientTimestamp === null ? {} : { clientTimestamp: row.clientTimestamp.toISOString() }),
});

/** How moderators decide about messages that wait, and about accounts that may be in other hands. */
export const createHeldDeskService = ({ database, audit, publish, heldNews, releases, takeovers, sanctionService }: Deps) => {
  const load = async (db: Db, actor: Actor, userId: string): Promise<HeldCase> => {
    const found = await findHeldSender(db, actor.userId, userId);
    if (!found || userId === actor.userId) throw fail("not_found");
    return {
      ...found,
      messages: await findWaitingEntries(db, actor.userId, userId),
      warned: (await takeovers.places(db, userId)).length,
      history: await findReportHistory(db, userId),
      sanctions: await findSanctionsOf(db, userId),
    };
  };

  /** Of two who decide at once, one is the second: the rows of the people and of the messages are locked. */
  const step = async (actor: Actor, userId: string, work: (db: Db, writer: Writer) => Promise<Done>): Promise<HeldCase> => {
    assertModerator(actor);
    const { after, tell } = await database.write(async (db) => {
      const standings = await lockStandings(db, [actor.userId, userId]);
      const standing = standings.get(userId);
      const refusal = refusalOfSanction(standings.get(actor.userId), standing);
      const found = await findHeldSender(db, actor.userId, userId);
      if (refusal || !standing || !found) throw fail(refusal ?? "not_found");
      const done = await work(db, { ...standing, name: found.sender.person.name });
      const after = await load(db, actor, userId);
      await audit.write(db, { actorId: actor.userId, ...done.entry });
      return { after, tell: done.tell };
    });
    tell();
    heldNews.moved();
    return after;
  };

  const lockOne = async (db: Db, actor: Actor, userId: string, place: HeldPlace): Promise<Row> => {
    const row = await held.lockHeld(db, userId, place);
    if (!row || (await held.isInOneOf(db, actor.userId, [row.conversationId]))) throw fail("not_found");
    if (row.state !== "waiting") throw fail("conflict", { message: "It is decided already." });
    return row;
  };

  const tellRefused = (row: Row, reason: string | null): void =>
    publish.toUser(row.senderId, "message:refused", presentHeld({ ...row, state: "refused", reason }));

  /** Lets messages go out in their order; what cannot be sent any more is refused with the reason. */
  const release = async (db: Db, actor: Actor, writer: Writer, rows: Row[]): Promise<{ sent: number; tell: Tell }> => {
    const sender: Actor = { userId: writer.id, name: writer.name, role: writer.role, sessionId: writer.id };
    const inputs = writer.isBanned
      ? []
      : rows.map((row) => ({ actor: { ...sender, sessionId: row.sessionId }, input: inputOf(row) }));
    const { failures, tell } = await releases.releaseIn(db, inputs);
    const reasons = rows.map((_, index) => (writer.isBanned ? fail("suspended") : (failures[index] ?? null))?.message ?? null);
    for (const [index, row] of rows.entries()) {
      const reason = reasons[index] ?? null;
      const state = reason === null ? "released" : "refused";
      await held.decideHeld(db, placeOf(row), { state, decidedBy: actor.userId, reason });
    }
    return {
      sent: reasons.filter((reason) => reason === null).length,
      tell: () => {
        tell();
        for (const [index, row] of rows.entries()) if (reasons[index]) tellRefused(row, reasons[index] ?? null);
      },
    };
  };

  /** All that waits of an account of which something is to be found out. */
  const lockAll = async (db: Db, actor: Actor, userId: string): Promise<Row[]> => {
    const rows = await held.lockWaiting(db, userId);
    const ids = [...rows.map(({ conversationId }) => conversationId), ...(await takeovers.places(db, userId))];
    if (await held.isInOneOf(db, actor.userId, ids)) throw fail("forbidden");
    await held.lockConversations(db, [...new Set(ids)]);
    return rows;
  };

  const close = async (db: Db, actor: Actor, userId: string, outcome: "genuine" | "taken_over", waited: number) => {
    const wasOpen = await closeTakeover(db, userId, { decidedBy: actor.userId, outcome });
    if (!wasOpen && waited === 0) throw fail("conflict", { message: "Nothing of this person waits any more." });
    await held.forgetSent(db, userId);
  };

  return {
    /** @throws {Failure} forbidden */
    list: async (actor: Actor): Promise<HeldQueue> => {
      assertModerator(actor);
      return { items: await database.read((db) => findHeldSenders(db, actor.userId)) };
    },

    /** It shows what somebody wrote to others, so who reads it is put down. @throws {Failure} forbidden, not_found */
    read: async (actor: Actor, userId: string): Promise<HeldCase> => {
      assertModerator(actor);
      return database.write(async (db) => {
        const found = await load(db, actor, userId);
        const details = { messages: found.messages.length };
        await audit.write(db, { actorId: actor.userId, action: "held.read", subjectType: "user", subjectId: userId, details });
        return found;
      });
    },

    /** @throws {Failure} forbidden, not_found, conflict where it is decided */
    release: (actor: Actor, userId: string, place: HeldPlace): Promise<HeldCase> =>
      step(actor, userId, async (db, writer) => {
        const row = await lockOne(db, actor, userId, place);
        const { sent, tell } = await release(db, actor, writer, [row]);
        const details = { userId, conversationId: row.conversationId, sent };
        return { entry: { action: "message.released", subjectType: "message", subjectId: row.id, details }, tell };
      }),

    /** @throws {Failure} forbidden, not_found, conflict where it is decided */
    refuse: (actor: Actor, userId: string, { reason, ...place }: HeldRefusal): Promise<HeldCase> =>
      step(actor, userId, async (db) => {
        const row = await lockOne(db, actor, userId, place);
        await held.decideHeld(db, place, { state: "refused", decidedBy: actor.userId, reason });
        const details = { userId, conversationId: row.conversationId };
        const entry = { action: "message.refused", subjectType: "message", subjectId: row.id, details } as const;
        return { entry, tell: () => tellRefused(row, reason) };
      }),

    /**
     * All goes out, what was suspected is taken back, and the sign-ins are trusted.
     * @throws {Failure} forbidden, not_found, conflict where nothing waits and nothing is suspected
     */
    genuine: (actor: Actor, userId: string): Promise<HeldCase> =>
      step(actor, userId, async (db, writer) => {
        const rows = await lockAll(db, actor, userId);
        await held.trustSessions(db, userId, rows);
        await close(db, actor, userId, "genuine", rows.length);
        const { sent, tell } = await release(db, actor, writer, rows);
        const tellSettled = await takeovers.settle(db, userId, "genuine");
        const details = { sent, refused: rows.length - sent };
        return {
          entry: { action: "user.found_genuine", subjectType: "user", subjectId: userId, details },
          tell: () => {
            tell();
            tellSettled();
          },
        };
      }),

    /**
     * Nothing goes out, everybody who was warned is told, and every session ends. Whoever has the account must not see what waited.
     * @throws {Failure} forbidden, not_found, conflict where nothing waits and nothing is suspected
     */
    takenOver: (actor: Actor, userId: string, { reason }: TakeOver): Promise<HeldCase> =>
      step(actor, userId, async (db) => {
        const rows = await lockAll(db, actor, userId);
        await close(db, actor, userId, "taken_over", rows.length);
        for (const row of rows) {
          const decided = { state: "refused", decidedBy: actor.userId, reason, isPutAway: true } as const;
          await held.decideHeld(db, placeOf(row), decided);
        }
        const tellSettled = await takeovers.settle(db, userId, "taken_over");
        const tellKicked = await sanctionService.kickIn(db, actor, userId, { rule: "impersonation", reason });
        return {
          entry: {
            action: "user.found_taken_over",
            subjectType: "user",
            subjectId: userId,
            details: { refused: rows.length },
          },
          tell: () => {
            for (const row of rows) publish.toUser(userId, "message:withdrawn", placeOf(row));
            tellSettled();
            tellKicked();
          },
        };
      }),
  };
};
