import type { NewReport, OwnReport, OwnReports } from "#lib/contract/reports.ts";
import type { Database, Db } from "#lib/db/client.ts";
import type { Actor } from "../actor.ts";
import { findMembership } from "../conversations/conversation.reader.ts";
import { fail } from "../fail.ts";
import { findByIds } from "../messages/message.reader.ts";
import type { NewId } from "../ports.ts";
import { freezeEvidence } from "./evidence.ts";
import type { QueueAnnouncer } from "./queue.announcer.ts";
import { mayReport } from "./report.policy.ts";
import { findOwnReport, findOwnReports } from "./report.reader.ts";
import * as reports from "./report.repository.ts";

type Deps = { database: Database; queue: QueueAnnouncer; newId: NewId };

/** What people report of each other. Who is reported never hears of it. */
export const createReportService = ({ database, queue, newId }: Deps) => {
  const messageOf = async (db: Db, { conversationId, messageId }: NewReport, joinedSeq: number) => {
    if (messageId === undefined) return undefined;
    const [found] = await findByIds(db, [{ conversationId, id: messageId }]);
    return found && found.seq > joinedSeq ? found : undefined;
  };

  const ownOf = async (db: Db, id: string): Promise<OwnReport> => {
    const found = await findOwnReport(db, id);
    if (!found) throw fail("not_found");
    return found.report;
  };

  return {
    /**
     * Keeps what is written around it as it stands, in the same transaction. One who has an open report about the same is
     * answered with that.
     * @throws {Failure} not_found, validation_failed
     */
    file: async (actor: Actor, input: NewReport): Promise<{ isNew: boolean; report: OwnReport }> => {
      const filed = await database.write(async (db) => {
        const { conversationId, messageId = null, userId, reason, note = null } = input;
        const membership = await findMembership(db, actor.userId, conversationId);
        const joinedSeq = membership?.joinedSeq ?? 0;
        const everIn = await reports.findEverIn(db, conversationId);
        const message = await messageOf(db, input, joinedSeq);
        mayReport({ reporterId: actor.userId, input, isMember: membership !== undefined, everIn, message });

        const subject = { reporterId: actor.userId, reportedId: userId, messageId };
        const known = await reports.findOpenReport(db, subject);
        if (known) return { isNew: false, report: await ownOf(db, known) };
        const id = newId();
        const evidence = await freezeEvidence(db, { conversationId, joinedSeq, seq: message?.seq });
        if (await reports.insertReport(db, { id, ...subject, conversationId, reason, note, evidence }))
          return { isNew: true, report: await ownOf(db, id) };
        // Two at once: the other one was first, and is committed by now.
        const first = await reports.findOpenReport(db, subject);
        if (!first) throw fail("conflict");
        return { isNew: false, report: await ownOf(db, first) };
      });
      if (filed.isNew) queue.moved();
      return filed;
    },

    list: async (actor: Actor): Promise<OwnReports> => ({
      items: await database.read((db) => findOwnReports(db, actor.userId)),
    }),
  };
};
