import type { ConversationSummary } from "#lib/contract/conversations.ts";
import type { WireError } from "#lib/contract/errors.ts";
import type { LinkPreview, Message, SentStatus } from "#lib/contract/messages.ts";
import type { SystemPart } from "#lib/contract/system-parts.ts";
import { dayOf } from "./date-format.ts";
import { messageStatus } from "./message-status.ts";
import type { OutboxEntry, Quote, WaitingFile } from "./outbox-entry.ts";
import type { Thread } from "./thread.ts";

export type ShownStatus = SentStatus | OutboxEntry["state"];

/** One message as the list shows it; the key is the message's id from writing to reading. */
export type MessageRow = {
  key: string;
  /** Null while it is on its way out. */
  seq: number | null;
  senderId: string;
  senderName: string;
  isOwn: boolean;
  text: string;
  /** Links in it are plain text: one has not answered the one who wrote it. */
  isPlain: boolean;
  at: string;
  kind: Message["kind"];
  /** What it says where nobody typed it. */
  system: SystemPart | null;
  notices: Message["notices"];
  reactions: Message["reactions"];
  attachments: Message["attachments"];
  /** What is on its way out with it. */
  files: readonly WaitingFile[];
  replyTo: Quote | null;
  /** The names of those whom it names, one on each line. */
  named: string;
  /** What its link leads to. */
  preview: LinkPreview | null;
  /** What is with the message that it answers, as far as that is held. */
  quoted: Message["attachments"];
  isEdited: boolean;
  isDeleted: boolean;
  /** The last change of it that the server does not take. */
  refused: OutboxEntry | null;
  /** Of one's own messages. */
  status: ShownStatus | null;
  error: WireError | null;
  /** The last of those that wait for a time which the server has named: when it is over, in milliseconds since the epoch. */
  heldUntil: number | null;
  /** It opens a new day: a heading stands above it. */
  opensDay: boolean;
  /** The line 'New messages' stands above it. */
  opensNew: boolean;
  /** It stands at the start or the end of what one person said in one go. */
  isFirst: boolean;
  isLast: boolean;
};

const GROUP_MS = 5 * 60_000;

type Bare = Omit<MessageRow, "opensDay" | "opensNew" | "isFirst" | "isLast">;
type Context = Pick<ConversationSummary, "kind" | "participants" | "heardSeq" | "sentSeq"> & {
  selfId: string;
  timeZone: string;
  newFromSeq: number | null;
};
type Stored = ReadonlyMap<string, Message>;

const noNotices: Message["notices"] = [];
const noReactions: Message["reactions"] = [];
const noAttachments: Message["attachments"] = [];
const noFiles: readonly WaitingFile[] = [];

const filesOf = (message: Message | undefined): Message["attachments"] =>
  !message || message.deletedAt !== null || message.attachments.length === 0 ? noAttachments : message.attachments;

const namesOf = ({ mentions }: Message, participants: Context["participants"]): string =>
  mentions.length === 0
    ? ""
    : participants
        .filter(({ userId }) => mentions.includes(userId))
        .map(({ name }) => name)
        .join("\n");

const storedRow = (message: Message, context: Context, stored: Stored): Bare => {
  const { selfId, participants, kind, heardSeq, sentSeq } = context;
  const isOwn = message.senderId === selfId;
  const isPlain = !isOwn && kind === "direct" && sentSeq < (heardSeq ?? 0);
  const isDeleted = message.deletedAt !== null;
  return {
    key: message.messageId,
    seq: message.seq,
    senderId: message.senderId,
    senderName: message.senderName,
    isOwn,
    text: message.content,
    isPlain,
    at: message.createdAt,
    kind: message.kind,
    system: message.system ?? null,
    // They are for the reader: a writer who is up to no good would only learn from them.
    notices: isOwn ? noNotices : message.notices,
    reactions: message.reactions,
    attachments: filesOf(message),
    files: noFiles,
    replyTo: message.replyTo ?? null,
    named: namesOf(message, participants),
    preview: isPlain || isDeleted ? null : (message.preview ?? null),
    quoted: filesOf(stored.get(message.replyTo?.messageId ?? "")),
    isEdited: message.editedAt !== null,
    isDeleted,
    status: isOwn && message.kind !== "system" ? messageStatus(message.seq, selfId, participants) : null,
    error: null,
    refused: null,
    heldUntil: null,
  };
};

const waitingRow = (
  { messageId, content, replyTo, files, writtenAt, state, error }: OutboxEntry,
  { selfId }: Context,
  stored: Stored,
): Bare => ({
  key: messageId,
  seq: null,
  senderId: selfId,
  senderName: "",
  isOwn: true,
  text: content,
  isPlain: false,
  at: writtenAt,
  kind: "text",
  system: null,
  notices: noNotices,
  reactions: noReactions,
  attachments: noAttachments,
  files,
  replyTo,
  named: "",
  preview: null,
  quoted: filesOf(stored.get(replyTo?.messageId ?? "")),
  isEdited: false,
  isDeleted: false,
  status: state,
  error,
  refused: null,
  heldUntil: null,
});

/** One line below all that wait tells of the time, not one below each. */
const waitingRows = (waiting: readonly OutboxEntry[], context: Context, stored: Stored): Bare[] => {
  const heldUntil = waiting.find(({ state }) => state === "pending")?.heldUntil ?? null;
  const last = waiting.findLast(({ state }) => state === "pending");
  return waiting.map((entry) => ({ ...waitingRow(entry, context, stored), heldUntil: entry === last ? heldUntil : null }));
};

/** What is on its way shows at the end, unless the end is not held; what came early shows before the hole is filled. */
const bareRows = (thread: Thread, waiting: readonly OutboxEntry[], context: Context): Bare[] => {
  const stored = [...thread.messages, ...thread.early];
  const known = new Map(stored.map((message) => [message.messageId, message]));
  const unsent = thread.hasNewer ? [] : waiting.filter(({ messageId }) => !known.has(messageId));
  return [...stored.map((message) => storedRow(message, context, known)), ...waitingRows(unsent, context, known)];
};

const goesOn = (before: Bare | undefined, row: Bare): boolean =>
  before !== undefined &&
  before.senderId === row.senderId &&
  before.kind !== "system" &&
  row.kind !== "system" &&
  Date.parse(row.at) - Date.parse(before.at) < GROUP_MS;

/**
 * The messages of a thread as rows, the newest last. A row never depends on messages before the held window, except that
 * the very first of the conversation opens its day: so nothing moves when older pages come.
 */
export const messageRows = (thread: Thread, waiting: readonly OutboxEntry[], context: Context): MessageRow[] => {
  const rows = bareRows(thread, waiting, context);
  const days = rows.map(({ at }) => dayOf(new Date(at), context.timeZone));
  const breaksAt = (index: number): boolean => {
    const row = rows[index];
    if (!row) return true;
    const isNew = row.seq !== null && row.seq === context.newFromSeq;
    return isNew || days[index] !== days[index - 1] || !goesOn(rows[index - 1], row);
  };
  return rows.map((row, index) => ({
    ...row,
    opensDay: index === 0 ? !thread.hasOlder : days[index] !== days[index - 1],
    opensNew: row.seq !== null && row.seq === context.newFromSeq,
    isFirst: breaksAt(index),
    isLast: breaksAt(index + 1),
  }));
};
