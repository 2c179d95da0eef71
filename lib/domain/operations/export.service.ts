import type { AuditRecord } from "#lib/contract/audit.ts";
import type { DeadJob } from "#lib/contract/jobs.ts";
import type { FoundPerson } from "#lib/contract/people.ts";
import type { QueuedReport } from "#lib/contract/reports.ts";
import type { Database, Db } from "#lib/db/client.ts";
import { assertAdmin } from "../accounts/admin.policy.ts";
import type { Actor } from "../actor.ts";
import { findRecords } from "../audit/audit.reader.ts";
import { rolesInSight } from "../moderation/person.policy.ts";
import { findPeople } from "../moderation/person.reader.ts";
import { findFiledReports } from "../moderation/queue.reader.ts";
import type { AuditLog, JobQueue, NewId } from "../ports.ts";
import { BYTE_ORDER_MARK, csvOf } from "./csv.ts";

/** So many rows are read at a time, and in a file at the most. */
const AT_ONCE = 500;
const MOST = 100_000;

type Deps = { database: Database; audit: AuditLog; jobs: JobQueue; newId: NewId };

type Sheet<Row> = {
  /** What it is of, as the audit log says it. */
  of: string;
  head: readonly string[];
  cellsOf: (row: Row) => readonly (string | number | null)[];
  /** The rows behind one, or the first. */
  read: (db: Db, after: Row | undefined, limit: number) => Promise<Row[]>;
};

const placeOf = <Row extends { id: string }>(row: Row | undefined, at: (row: Row) => string) =>
  row && { at: new Date(at(row)), id: row.id };

const textOf = (cell: string | number | null): string => (cell === null ? "" : String(cell));

/** Lists for admins as files, piece by piece: a list that is long is never held as a whole. */
export const createExportService = ({ database, audit, jobs, newId }: Deps) => {
  const write = async function* <Row>({ head, cellsOf, read }: Sheet<Row>): AsyncGenerator<string> {
    yield BYTE_ORDER_MARK + csvOf([head]);
    let last: Row | undefined;
    for (let written = 0; written < MOST; written += AT_ONCE) {
      const after = last;
      const rows = await database.read((db) => read(db, after, AT_ONCE));
      yield csvOf(rows.map((row) => cellsOf(row).map(textOf)));
      if (rows.length < AT_ONCE) return;
      last = rows.at(-1);
    }
    yield csvOf([[`There may be more: a file holds ${MOST} rows.`, ...head.slice(1).map(() => "")]]);
  };

  const begin = async <Row>(actor: Actor, sheet: Sheet<Row>): Promise<AsyncGenerator<string>> => {
    const details = { of: sheet.of };
    await database.write((db) =>
      audit.write(db, { actorId: actor.userId, action: "export.made", subjectType: "export", subjectId: newId(), details }),
    );
    return write(sheet);
  };

  return {
    /** Those that the actor is no part of, the newest first. @throws {Failure} forbidden */
    reports: async (actor: Actor): Promise<AsyncGenerator<string>> => {
      assertAdmin(actor);
      return begin<QueuedReport>(actor, {
        of: "reports",
        head: ["id", "created", "status", "outcome", "decided", "decided by", "reason", "note"].concat([
          "reporter",
          "reporter id",
          "reported",
          "reported id",
          "conversation",
          "message",
        ]),
        cellsOf: (report) => [
          report.id,
          report.createdAt,
          report.status,
          report.outcome,
          report.decidedAt,
          report.decidedBy?.name ?? null,
          report.reason,
          report.note,
          report.reporter.name,
          report.reporter.id,
          report.reported.name,
          report.reported.id,
          report.conversationId,
          report.messageId,
        ],
        read: (db, last, limit) =>
          findFiledReports(db, { viewerId: actor.userId, after: placeOf(last, ({ createdAt }) => createdAt), limit }),
      });
    },

    /** The newest first. @throws {Failure} forbidden */
    people: async (actor: Actor): Promise<AsyncGenerator<string>> => {
      assertAdmin(actor);
      const roles = rolesInSight(actor.role);
      return begin<FoundPerson>(actor, {
        of: "people",
        head: ["id", "name", "address", "role", "banned", "banned until", "silenced until", "joined", "last seen"],
        cellsOf: ({ id, name, email, role, ban, silencedUntil, joinedAt, lastSeenAt }) => [
          id,
          name,
          email,
          role,
          ban ? "yes" : "no",
          ban?.until ?? null,
          silencedUntil,
          joinedAt,
          lastSeenAt,
        ],
        read: (db, last, limit) =>
          findPeople(db, { q: undefined, standing: undefined, roles, after: placeOf(last, ({ joinedAt }) => joinedAt), limit }),
      });
    },

    /** The newest first. @throws {Failure} forbidden */
    audit: async (actor: Actor): Promise<AsyncGenerator<string>> => {
      assertAdmin(actor);
      return begin<AuditRecord>(actor, {
        of: "audit",
        head: ["seq", "at", "actor", "actor id", "action", "subject", "subject id", "name", "details", "hash"],
        cellsOf: ({ seq, at, actor: who, action, subject, details, hash }) => [
          seq,
          at,
          who?.name ?? null,
          who?.id ?? null,
          action,
          subject.type,
          subject.id,
          subject.name,
          JSON.stringify(details),
          hash,
        ],
        read: (db, last, limit) => findRecords(db, { before: last?.seq, limit }),
      });
    },

    /** The newest first. @throws {Failure} forbidden */
    jobs: async (actor: Actor): Promise<AsyncGenerator<string>> => {
      assertAdmin(actor);
      return begin<DeadJob>(actor, {
        of: "jobs",
        head: ["id", "name", "attempts", "reason", "created", "failed"],
        cellsOf: ({ id, name, attempts, reason, createdAt, failedAt }) => [id, name, attempts, reason, createdAt, failedAt],
        read: (db, last, limit) => jobs.dead(db, { cursor: last?.id, limit }),
      });
    },
  };
};
