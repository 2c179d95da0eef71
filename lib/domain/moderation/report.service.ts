import type { EvidenceLine, NewReport, OwnReport, OwnReports } from "#lib/contract/reports.ts";
import type { Database, Db } from "#lib/db/client.ts";
import type { Actor } from "../actor.ts";
import { findMembership } from "../conversations/conversation.reader.ts";
import { fail } from "../fail.ts";
import { findByIds } from "../messages/message.reader.ts";
import type { NewId } from "../ports.ts";
import { freezeEvidence, homeEvidence } from "./evidence.ts";
import type { QueueAnnouncer } from "./queue.announcer.ts";
import { mayReport } from "./report.policy.ts";
import { findOwnReport, findOwnReports } from "./report.reader.ts";
import * as reports from "./report.repository.ts";

type Deps = { database: Database; queue: QueueAnnouncer; newId: NewId };

/** What people report of each other. Who is reported never hears of it. */
export const createReportService = ({ database, queue, newId }: Deps) => {
  type Placed = NewReport & { conversationId: string };
  const isPlaced = (input: NewReport): input is Placed => input.conversationId !== undefined;

  const messageOf = async (db: Db, { conversationId, messageId }: Placed, hiddenSeq: number) => {
    if (messageId === undefined) return undefined;
    const [found] = await findByIds(db, [{ conversationId, id: messageId }]);
    return found && found.seq > hiddenSeq ? found : undefined;
  };

  /** Whether it may be reported; resolves to what freezes what there is to see. */
  const judge = async (db: Db, actor: Actor, input: NewReport): Promise<() => Promise<EvidenceLine[]>> => {
    const given = { reporterId: actor.userId, input };
    if (!isPlaced(input)) {
      const home = input.listingId === undefined ? undefined : await reports.findShownHome(db, input.listingId);
      mayReport({ ...given, isMember: false, everIn: [], message: undefined, home });
      if (!home) throw fail("not_found");
      return async () => homeEvidence(home, await reports.nameOf(db, home.landlordId));
    }
    const { conversationId } = input;
    const membership = await findMembership(db, actor.userId, conversationId);
    const hiddenSeq = membership?.hiddenSeq ?? 0;
    const everIn = await reports.findEverIn(db, conversationId);
    const message = await messageOf(db, input, hiddenSeq);
    mayReport({ ...given, isMember: membership !== undefined, everIn, message, home: undefined });
    return () => freezeEvidence(db, { conversationId, hiddenSeq, seq: message?.seq });
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
        const { conversationId = null, listingId = null, messageId = null, userId, reason, note = null } = input;
        const evidence = await judge(db, actor, input);
        const subject = { reporterId: actor.userId, reportedId: userId, messageId };
        const known = await reports.findOpenReport(db, subject);
        if (known) return { isNew: false, report: await ownOf(db, known) };
        const id = newId();
        if (
          await reports.insertReport(db, { id, ...subject, conversationId, listingId, reason, note, evidence: await evidence() })
        )
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
