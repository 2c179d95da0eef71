import * as z from "zod";
import { countCharacters, Id, MessageId, Seq, Text, Timestamp } from "./primitives.ts";
import { reportLimits, reportReasons } from "./report-rules.ts";

export const ReportReason = z.enum(reportReasons);

const Note = Text.transform((text) => text.trim())
  .refine((text) => text !== "", "must not be empty")
  .refine((text) => countCharacters(text) <= reportLimits.noteCharacters, "is too long");

/** What a participant reports of another one: a message of theirs, or the person. */
export const NewReport = z.strictObject({
  conversationId: Id,
  messageId: MessageId.optional(),
  userId: Id,
  reason: ReportReason,
  note: Note.optional(),
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
    conversationId: Id,
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
  /** The rules of the scan of which its readers were warned. */
  notices: z.array(z.string()),
  createdAt: Timestamp,
  editedAt: Timestamp.nullable(),
  deletedAt: Timestamp.nullable(),
});
export type EvidenceLine = z.infer<typeof EvidenceLine>;
