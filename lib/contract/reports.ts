import * as z from "zod";
import { Role } from "./accounts.ts";
import { limits } from "./limits.ts";
import { Attachment } from "./messages.ts";
import { Cursor, countCharacters, Id, MessageId, pageLimit, Seq, Text, Timestamp } from "./primitives.ts";
import { reportLimits, reportReasons } from "./report-rules.ts";
import { Sanction } from "./sanctions.ts";

const ReportReason = z.enum(reportReasons);

const Note = Text.transform((text) => text.trim())
  .refine((text) => text !== "", "must not be empty")
  .refine((text) => countCharacters(text) <= reportLimits.noteCharacters, "is too long");

/** What somebody reports of another one: a message of theirs or the person, in a conversation of one's own; or who lets a home. */
export const NewReport = z
  .strictObject({
    conversationId: Id.optional(),
    listingId: Id.optional(),
    messageId: MessageId.optional(),
    userId: Id,
    reason: ReportReason,
    note: Note.optional(),
  })
  .refine(({ conversationId, listingId }) => (conversationId === undefined) !== (listingId === undefined), {
    path: ["conversationId"],
    message: "name a conversation or a home",
  })
  .refine(({ conversationId, messageId }) => messageId === undefined || conversationId !== undefined, {
    path: ["messageId"],
    message: "needs its conversation",
  });
export type NewReport = z.infer<typeof NewReport>;

/** Nobody has looked at it; somebody does; it is decided. */
export const ReportStatus = z.enum(["open", "claimed", "decided"]);
export type ReportStatus = z.infer<typeof ReportStatus>;

/** What was found: something was done about it, or nothing had to be. */
export const ReportOutcome = z.enum(["acted", "dismissed"]);
export type ReportOutcome = z.infer<typeof ReportOutcome>;

const Person = z.strictObject({ id: Id, name: z.string() });

/** A report as the one who made it sees it. */
export const OwnReport = z
  .strictObject({
    id: Id,
    person: Person,
    conversationId: Id.nullable(),
    /** Of a report about who lets it; it may be gone. */
    listingId: Id.nullable(),
    messageId: MessageId.nullable(),
    reason: ReportReason,
    note: z.string().nullable(),
    status: ReportStatus,
    outcome: ReportOutcome.nullable(),
    createdAt: Timestamp,
    decidedAt: Timestamp.nullable(),
  })
  .meta({ id: "OwnReport" });
export type OwnReport = z.infer<typeof OwnReport>;

export const OwnReports = z.strictObject({ items: z.array(OwnReport) });
export type OwnReports = z.infer<typeof OwnReports>;

/** A message as it stood when it was reported. */
export const EvidenceLine = z.strictObject({
  messageId: MessageId,
  seq: Seq,
  senderId: Id,
  senderName: z.string(),
  kind: z.string(),
  content: z.string(),
  /** Absent of what was reported before there were any. */
  attachments: z.array(Attachment).optional(),
  /** The rules of the scan of which its readers were warned. */
  notices: z.array(z.string()),
  createdAt: Timestamp,
  editedAt: Timestamp.nullable(),
  deletedAt: Timestamp.nullable(),
  /** What it said before it was edited or deleted by who wrote it, the oldest first. */
  earlier: z.array(z.strictObject({ content: z.string(), at: Timestamp })).optional(),
});
export type EvidenceLine = z.infer<typeof EvidenceLine>;

const PersonWithRole = Person.extend({ role: Role });

/** A report as it stands in the queue of those who decide. */
export const QueuedReport = z
  .strictObject({
    id: Id,
    reporter: PersonWithRole,
    reported: PersonWithRole,
    conversationId: Id.nullable(),
    /** Of a report about who lets it; it may be gone. */
    listingId: Id.nullable(),
    messageId: MessageId.nullable(),
    reason: ReportReason,
    note: z.string().nullable(),
    status: ReportStatus,
    outcome: ReportOutcome.nullable(),
    claimedBy: Person.nullable(),
    decidedBy: Person.nullable(),
    createdAt: Timestamp,
    decidedAt: Timestamp.nullable(),
    /** Other open reports about the same person. */
    similar: z.int().min(0),
  })
  .meta({ id: "QueuedReport" });
export type QueuedReport = z.infer<typeof QueuedReport>;

/** Without a status: all that wait for a decision, the oldest first. Decided ones come the newest first. */
export const ReportQuery = z.strictObject({
  status: ReportStatus.optional(),
  limit: pageLimit(30, limits.pageMax),
  cursor: Cursor.optional(),
});
export type ReportQuery = z.infer<typeof ReportQuery>;

export const ReportPage = z.strictObject({ items: z.array(QueuedReport), nextCursor: z.string().nullable() });
export type ReportPage = z.infer<typeof ReportPage>;

/** What there was with a person before: reports that they made, and those about them. */
export const ReportHistory = z.strictObject({
  filed: z.int(),
  filedActed: z.int(),
  received: z.int(),
  receivedActed: z.int(),
});
export type ReportHistory = z.infer<typeof ReportHistory>;

/** All that there is to decide by. */
export const ReportCase = z
  .strictObject({
    report: QueuedReport,
    evidence: z.array(EvidenceLine),
    decisionNote: z.string().nullable(),
    reporter: ReportHistory,
    reported: ReportHistory,
    /** What was done to the reported one before, newest first. */
    sanctions: z.array(Sanction),
    /** Other open reports about the same person, the newest first; the first twenty. */
    similar: z.array(QueuedReport),
  })
  .meta({ id: "ReportCase" });
export type ReportCase = z.infer<typeof ReportCase>;

export const ReportDecision = z.strictObject({ outcome: ReportOutcome, note: Note.optional() });
export type ReportDecision = z.infer<typeof ReportDecision>;

/** How many reports wait, and the newest of them. */
export const QueueState = z.strictObject({
  open: z.int().min(0),
  newest: z.strictObject({ id: Id, createdAt: Timestamp }).nullable(),
});
export type QueueState = z.infer<typeof QueueState>;
