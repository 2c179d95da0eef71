import * as z from "zod";
import { Message } from "./messages.ts";
import { Id, Seq, Timestamp } from "./primitives.ts";

export const TRANSCRIPT_FORMAT = "uninest-transcript-1";

export const TranscriptForm = z.enum(["html", "json"]);
export type TranscriptForm = z.infer<typeof TranscriptForm>;
export const TranscriptQuery = z.strictObject({ format: TranscriptForm.default("html") });

const Hash = z.string().regex(/^[0-9a-f]{64}$/);
const Key = z.base64url();

/** What a transcript is of, and who saved it when. It holds each message from `fromSeq` to `toSeq`, both included. */
export const TranscriptHead = z.strictObject({
  format: z.literal(TRANSCRIPT_FORMAT),
  conversationId: Id,
  kind: z.enum(["direct", "group", "support"]),
  title: z.string().nullable(),
  listing: z.strictObject({ id: Id, title: z.string() }).nullable(),
  people: z.array(z.strictObject({ id: Id, name: z.string() })),
  fromSeq: Seq,
  toSeq: Seq,
  savedBy: z.strictObject({ id: Id, name: z.string() }),
  savedAt: Timestamp,
  /** Of the Ed25519 key that has signed it: 32 bytes. */
  publicKey: Key,
});
export type TranscriptHead = z.infer<typeof TranscriptHead>;

/** A message as it stood when the transcript was saved. */
export const TranscriptEntry = Message.pick({
  seq: true,
  messageId: true,
  senderId: true,
  senderName: true,
  kind: true,
  content: true,
  replyTo: true,
  attachments: true,
  system: true,
  createdAt: true,
  editedAt: true,
  deletedAt: true,
});
export type TranscriptEntry = z.infer<typeof TranscriptEntry>;

/** How many messages there are, the hash of the last, and the signature of both with the head's hash in the chain before them. */
export const TranscriptSeal = z.strictObject({ messages: Seq, hash: Hash, signature: z.base64url() });
export type TranscriptSeal = z.infer<typeof TranscriptSeal>;

export const TranscriptLink = z.strictObject({ entry: TranscriptEntry, hash: Hash });
export type TranscriptLink = z.infer<typeof TranscriptLink>;

/** The whole of a transcript, as its JSON form is written. */
export const Transcript = z
  .strictObject({ head: TranscriptHead, messages: z.array(TranscriptLink), seal: TranscriptSeal })
  .meta({ id: "Transcript" });
export type Transcript = z.infer<typeof Transcript>;

export const TranscriptKey = z.strictObject({ algorithm: z.literal("Ed25519"), publicKey: Key });
