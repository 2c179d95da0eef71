import type { Message } from "#lib/contract/messages.ts";
import { reportLimits } from "#lib/contract/report-rules.ts";
import type { EvidenceLine } from "#lib/contract/reports.ts";
import type { Db } from "#lib/db/client.ts";
import { newestIn, oldestIn } from "../messages/message.reader.ts";
import type { ShownHome } from "./report.repository.ts";

const lineOf = (message: Message): EvidenceLine => ({
  messageId: message.messageId,
  seq: message.seq,
  senderId: message.senderId,
  senderName: message.senderName,
  kind: message.kind,
  content: message.content,
  notices: message.notices.map(({ rule }) => rule),
  createdAt: message.createdAt,
  editedAt: message.editedAt,
  deletedAt: message.deletedAt,
});

type Place = {
  conversationId: string;
  /** What the reporter cannot see is no evidence of theirs. */
  joinedSeq: number;
  /** Where the message stands that is reported; absent: the newest is what counts. */
  seq: number | undefined;
};

/** What is written around a place, as it stands now. */
export const freezeEvidence = async (db: Db, { conversationId, joinedSeq, seq }: Place): Promise<EvidenceLine[]> => {
  const around = reportLimits.messagesAround;
  if (seq === undefined) return (await newestIn(db, conversationId, { afterSeq: joinedSeq }, around * 2)).map(lineOf);
  const before = await newestIn(db, conversationId, { afterSeq: joinedSeq, beforeSeq: seq }, around);
  const from = await oldestIn(db, conversationId, { afterSeq: Math.max(joinedSeq, seq - 1) }, around + 1);
  return [...before, ...from].map(lineOf);
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
