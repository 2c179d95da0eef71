import * as z from "zod";
import { Role } from "./accounts.ts";
import { limits } from "./limits.ts";
import { Cursor, Id, pageLimit, Timestamp } from "./primitives.ts";

/** Everything that leaves an entry. The list only grows: what once was written must stay readable. */
export const AuditAction = z.enum([
  "user.banned",
  "user.lifted",
  "user.role_set",
  "user.warned",
  "user.silenced",
  "user.kicked",
  "alert.published",
  "alert.ended",
  "job.retried",
  "report.claimed",
  "report.decided",
  "message.removed",
  "message.restored",
  "appeal.decided",
  "conversation.read_as_evidence",
  "contest.decided",
  "rule.tuned",
  "user.read",
  "user.sessions_ended",
  "export.made",
  "held.read",
  "message.released",
  "message.refused",
  "user.found_genuine",
  "user.found_taken_over",
]);
export type AuditAction = z.infer<typeof AuditAction>;

/** What was acted on. */
export const AuditSubject = z.enum([
  "user",
  "alert",
  "job",
  "report",
  "message",
  "appeal",
  "conversation",
  "contest",
  "rule",
  "export",
]);
export type AuditSubject = z.infer<typeof AuditSubject>;

/** What else there is to say, in ids, codes, numbers and times: nothing that a person wrote. */
export const AuditDetails = z.record(z.string(), z.json());
export type AuditDetails = z.infer<typeof AuditDetails>;

/** Who acted, as they are today; nobody where the system itself did. */
const AuditActor = z.strictObject({ id: Id, name: z.string(), role: Role });

/** What was acted on; `name` is what it is called today, of people and announcements. */
const AuditedSubject = z.strictObject({ type: AuditSubject, id: Id, name: z.string().nullable() });

/** Something that was done with the power of an admin. */
export const AuditRecord = z
  .strictObject({
    /** Its place in the chain: 1, 2, 3 … without a gap. */
    seq: z.int().min(1),
    at: Timestamp,
    actor: AuditActor.nullable(),
    action: AuditAction,
    subject: AuditedSubject,
    details: AuditDetails,
    /** Of this entry and, through it, of all before it. */
    hash: z.string(),
  })
  .meta({ id: "AuditRecord" });
export type AuditRecord = z.infer<typeof AuditRecord>;

export const AuditQuery = z.strictObject({ limit: pageLimit(30, limits.pageMax), cursor: Cursor.optional() });
export type AuditQuery = z.infer<typeof AuditQuery>;

export const AuditPage = z.strictObject({ items: z.array(AuditRecord), nextCursor: z.string().nullable() });
export type AuditPage = z.infer<typeof AuditPage>;

/** `at`: the entry, or of `forged` and `contradiction` the line of the heads, that is wrong first. */
const AuditFault = z.strictObject({
  reason: z.enum(["place", "link", "content", "head", "cut", "forged", "contradiction", "none"]),
  at: z.int().min(1),
});
export type AuditFault = z.infer<typeof AuditFault>;

/** Whether the log is as it was written. */
export const AuditVerdict = z
  .strictObject({
    /** How many entries are, from the first on. */
    entries: z.int().min(0),
    /** The last place that a head outside the database tells of; what came later is held by the key alone. */
    anchored: z.int().min(0),
    fault: AuditFault.nullable(),
  })
  .meta({ id: "AuditVerdict" });
export type AuditVerdict = z.infer<typeof AuditVerdict>;
