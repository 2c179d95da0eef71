import type { Message } from "#lib/contract/messages.ts";
import { reportLimits } from "#lib/contract/report-rules.ts";
import type { EvidenceLine } from "#lib/contract/reports.ts";
import type { Db } from "#lib/db/client.ts";
import { newestIn, oldestIn } from "../messages/message.reader.ts";
import { findVersions } from "../messages/version.reader.ts";
import type { ShownHome } from "./report.repository.ts";

const lineOf = (message: Message): EvidenceLine => ({
  messageId: message.messageId,
  seq: message.seq,
  senderId: message.senderId,
  senderName: message.senderName,
  kind: message.kind,
  content: message.content,
  ...(message.attachments.length > 0 ? { attachments: message.attachments } : {}),
  notices: message.notices.map(({ rule }) => rule),
  createdAt: message.createdAt,
  editedAt: message.editedAt,
  deletedAt: message.deletedAt,
});

type Place = {
  conversationId: string;
  /** What the reporter cannot see is no evidence of theirs. */
  hiddenSeq: number;
  /** Where the message stands that is reported; absent: the newest is what counts. */
  seq: number | undefined;
};

const around = async (db: Db, { conversationId, hiddenSeq, seq }: Place): Promise<Message[]> => {
  const count = reportLimits.messagesAround;
  if (seq === undefined) return newestIn(db, conversationId, { afterSeq: hiddenSeq }, count * 2);
  const before = await newestIn(db, conversationId, { afterSeq: hiddenSeq, beforeSeq: seq }, count);
  const from = await oldestIn(db, conversationId, { afterSeq: Math.max(hiddenSeq, seq - 1) }, count + 1);
  return [...before, ...from];
};

/** What is written around a place, as it stands now, and what it said before: no edit and no deletion takes evidence away. */
export const freezeEvidence = async (db: Db, place: Place): Promise<EvidenceLine[]> => {
  const messages = await around(db, place);
  const changed = messages.filter(({ editedAt, deletedAt }) => editedAt !== null || deletedAt !== null);
  const versions = await findVersions(db, changed);
  return messages.map((message) => {
    const earlier = versions.filter(({ seq }) => seq === message.seq);
    if (earlier.length === 0) return lineOf(message);
    return { ...lineOf(message), earlier: earlier.map(({ content, at }) => ({ content, at: at.toISOString() })) };
  });
};

/** What a home says, as it stands now: one line in its landlord's name. */
export const homeEvidence = (
  { id, landlordId, title, tagline, description, publishedAt }: ShownHome,
  landlordName: string,
): EvidenceLine[] => [
  {
    messageId: id,
    seq: 0,
    senderId: landlordId,
    senderName: landlordName,
    kind: "home",
    content: [title, tagline, description].filter(Boolean).join("\n\n"),
    notices: [],
    createdAt: (publishedAt ?? new Date(0)).toISOString(),
    editedAt: null,
    deletedAt: null,
  },
];
