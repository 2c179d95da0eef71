import type { ReportCase, ReportDecision, ReportPage, ReportQuery } from "#lib/contract/reports.ts";
import type { Database, Db } from "#lib/db/client.ts";
import { assertModerator } from "../accounts/moderator.policy.ts";
import type { Actor } from "../actor.ts";
import { fail } from "../fail.ts";
import { decodePlace, encodePlace } from "../place-cursor.ts";
import type { AuditEntry, AuditLog, JobQueue, Publisher } from "../ports.ts";
import { isParty, mayWorkOn } from "./decision.policy.ts";
import { lockDocket, setClaim, setDecision } from "./decision.repository.ts";
import type { QueueAnnouncer } from "./queue.announcer.ts";
import { findFiled, findQueue, findReportHistory, findSimilar } from "./queue.reader.ts";
import { findOwnReport } from "./report.reader.ts";
import { findSanctionsOf } from "./sanction.reader.ts";

type Deps = { database: Database; audit: AuditLog; publish: Publisher; jobs: JobQueue; queue: QueueAnnouncer };

/** How moderators work through what was reported. */
export const createDecisionService = ({ database, audit, publish, jobs, queue }: Deps) => {
  const load = async (db: Db, actor: Actor, id: string): Promise<ReportCase> => {
    const filed = await findFiled(db, id);
    if (!filed) throw fail("not_found");
    const { report } = filed;
    if (isParty(actor.userId, { reporterId: report.reporter.id, reportedId: report.reported.id })) throw fail("not_found");
    const similar = (await findSimilar(db, report)).filter(({ reporter }) => reporter.id !== actor.userId);
    return {
      ...filed,
      reporter: await findReportHistory(db, report.reporter.id),
      reported: await findReportHistory(db, report.reported.id),
      sanctions: await findSanctionsOf(db, report.reported.id),
      similar,
    };
  };

  const tellReporter = async (id: string): Promise<void> => {
    const own = await database.read((db) => findOwnReport(db, id));
    if (own) publish.toUser(own.reporterId, "report:updated", own.report);
  };

  const announce = async (id: string): Promise<void> => {
    queue.moved();
    await tellReporter(id);
  };

  type Step = { write: (db: Db, now: Date) => Promise<void>; entry: Pick<AuditEntry, "action" | "details"> };

  /** Changes a report under its lock, and puts down who did. Resolves to the report as it is then. */
  const step = async (actor: Actor, id: string, { write, entry }: Step): Promise<ReportCase> => {
    assertModerator(actor);
    const found = await database.write(async (db) => {
      const locked = await lockDocket(db, id);
      if (!locked) throw fail("not_found");
      mayWorkOn(actor.userId, locked.docket, locked.now);
      await write(db, locked.now);
      const after = await load(db, actor, id);
      await audit.write(db, { actorId: actor.userId, subjectType: "report", subjectId: id, ...entry });
      return after;
    });
    await announce(id);
    return found;
  };

  return {
    /** @throws {Failure} forbidden, validation_failed for a foreign cursor */
    list: async (actor: Actor, { status, cursor, limit }: ReportQuery): Promise<ReportPage> => {
      assertModerator(actor);
      const after = cursor === undefined ? undefined : decodePlace(cursor);
      const found = await database.read((db) => findQueue(db, { viewerId: actor.userId, status, after, limit: limit + 1 }));
      const items = found.slice(0, limit);
      const last = found.length > limit ? items.at(-1) : undefined;
      return { items, nextCursor: last ? encodePlace({ at: new Date(last.createdAt), id: last.id }) : null };
    },

    /** What there is to decide by. It shows what two people wrote to each other, so who reads it is put down. @throws {Failure} forbidden, not_found */
    read: async (actor: Actor, id: string): Promise<ReportCase> => {
      assertModerator(actor);
      return database.write(async (db) => {
        const found = await load(db, actor, id);
        await audit.write(db, {
          actorId: actor.userId,
          action: "conversation.read_as_evidence",
          subjectType: "report",
          subjectId: id,
          details: { conversationId: found.report.conversationId, messages: found.evidence.length },
        });
        return found;
      });
    },

    /** @throws {Failure} forbidden, not_found, conflict where it is decided or somebody else works on it */
    claim: (actor: Actor, id: string): Promise<ReportCase> =>
      step(actor, id, {
        write: (db, now) => setClaim(db, id, actor.userId, now),
        entry: { action: "report.claimed", details: {} },
      }),

    /** Closes it, and tells who made it. @throws {Failure} forbidden, not_found, conflict as `claim` */
    decide: (actor: Actor, id: string, { outcome, note }: ReportDecision): Promise<ReportCase> =>
      step(actor, id, {
        write: async (db, now) => {
          await setDecision(db, id, { decidedBy: actor.userId, decidedAt: now, outcome, decisionNote: note ?? null });
          await jobs.add(db, "report:mail", { reportId: id });
        },
        entry: { action: "report.decided", details: { outcome } },
      }),
  };
};
