import type { ConversationSummary, FineNotice, Participant } from "#lib/contract/conversations.ts";
import type { Holding } from "#lib/contract/fingerprint.ts";
import type { Message } from "#lib/contract/messages.ts";
import { groupPictureUrl } from "./group-picture-keys.ts";
import type { HeldRow } from "./sync.repository.ts";

/** A conversation joined with the membership of the one who looks. */
export type ConversationRow = {
  viewerId: string;
  id: string;
  kind: ConversationSummary["kind"];
  title: string | null;
  pictureId: string | null;
  openHistory: boolean;
  listingId: string | null;
  listingTitle: string | null;
  listingPhotoUrls: string[] | null;
  lastSeq: number;
  rev: number;
  activeAt: Date;
  joinedAt: Date;
  hiddenSeq: number;
  leftSeq: number | null;
  mutedUntil: Date | null;
  pinned: boolean;
  archived: boolean;
  markedUnread: boolean;
  unreadCount: number;
  isMentioned: boolean;
  heardSeq: number | null;
  sentSeq: number;
  fine: FineNotice[] | null;
};

type Parts = { participants: Participant[]; lastMessage: Message | null; blocked: ReadonlySet<string> };

const pictureOf = ({ id, pictureId }: Pick<ConversationRow, "id" | "pictureId">): Pick<ConversationSummary, "pictureUrl"> =>
  pictureId === null ? {} : { pictureUrl: groupPictureUrl(id, pictureId) };

const historyOf = ({ openHistory }: Pick<ConversationRow, "openHistory">): Pick<ConversationSummary, "openHistory"> =>
  openHistory ? { openHistory: true } : {};

/** Whether what is unread names somebody, as the wire says it. */
export const presentMentioned = (isMentioned: boolean): Pick<ConversationSummary, "mentioned"> =>
  isMentioned ? { mentioned: true } : {};

/** Whether the viewer, who blocks those in `blocked`, blocks the other of a direct conversation. */
const presentBlock = (
  kind: ConversationSummary["kind"],
  participants: readonly Pick<Participant, "userId">[],
  blocked: ReadonlySet<string>,
): ConversationSummary["blocked"] =>
  kind === "direct" && participants.some(({ userId }) => blocked.has(userId)) ? "by_me" : "none";

const listingOf = ({ listingId, listingTitle, listingPhotoUrls }: ConversationRow): Pick<ConversationSummary, "listing"> =>
  listingId === null ? {} : { listing: { id: listingId, title: listingTitle ?? "", photoUrl: listingPhotoUrls?.[0] ?? null } };

/** What is left to somebody who is no longer in it: that it was there. What became of it since is not theirs to know. */
const presentLeft = (row: ConversationRow, leftSeq: number): ConversationSummary => ({
  id: row.id,
  kind: row.kind,
  title: null,
  membership: "left",
  participants: [],
  lastSeq: leftSeq,
  rev: leftSeq,
  lastMessage: null,
  unreadCount: 0,
  mutedUntil: null,
  blocked: "none",
  pinned: false,
  archived: false,
  markedUnread: false,
  heardSeq: null,
  sentSeq: row.sentSeq,
  updatedAt: row.joinedAt.toISOString(),
});

const presentActive = (row: ConversationRow, { participants, lastMessage, blocked }: Parts): ConversationSummary => ({
  id: row.id,
  kind: row.kind,
  title: row.title,
  ...pictureOf(row),
  ...historyOf(row),
  ...listingOf(row),
  membership: "active",
  participants,
  lastSeq: row.lastSeq,
  rev: row.rev,
  lastMessage,
  unreadCount: row.unreadCount,
  ...presentMentioned(row.isMentioned),
  mutedUntil: row.mutedUntil?.toISOString() ?? null,
  blocked: presentBlock(row.kind, participants, blocked),
  pinned: row.pinned,
  archived: row.archived,
  markedUnread: row.markedUnread,
  heardSeq: row.heardSeq,
  sentSeq: row.sentSeq,
  ...(row.fine ? { fine: row.fine } : {}),
  updatedAt: row.activeAt.toISOString(),
});

/** A conversation as one who is or was in it sees it. */
export const presentConversation = (row: ConversationRow, parts: Parts): ConversationSummary =>
  row.leftSeq === null ? presentActive(row, parts) : presentLeft(row, row.leftSeq);

/** A conversation as it is after one has left it. */
export const presentGone = ({
  mentioned: _,
  pictureUrl: __,
  openHistory: ___,
  ...conversation
}: ConversationSummary): ConversationSummary => ({
  ...conversation,
  membership: "left",
  title: null,
  participants: [],
  lastMessage: null,
  unreadCount: 0,
});

/** What a check compares of a conversation, as one of its members sees it. */
export const presentHolding = (
  { fineCount, pictureId, openHistory, ...row }: HeldRow,
  participants: Participant[],
  blocked: ReadonlySet<string>,
): Holding => ({
  ...row,
  ...pictureOf({ id: row.id, pictureId }),
  ...historyOf({ openHistory }),
  participants,
  mutedUntil: row.mutedUntil?.toISOString() ?? null,
  blocked: presentBlock(row.kind, participants, blocked),
  fine: { length: fineCount },
});
