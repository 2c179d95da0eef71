import type { ConversationSummary, Participant } from "#lib/contract/conversations.ts";
import type { Message } from "#lib/contract/messages.ts";

/** A conversation joined with the membership of the one who looks. */
export type ConversationRow = {
  id: string;
  kind: ConversationSummary["kind"];
  title: string | null;
  listingId: string | null;
  listingTitle: string | null;
  listingPhotoUrls: string[] | null;
  lastSeq: number;
  rev: number;
  activeAt: Date;
  leftSeq: number | null;
  mutedUntil: Date | null;
  pinned: boolean;
  archived: boolean;
  unreadCount: number;
};

type Parts = { participants: Participant[]; lastMessage: Message | null; blockedByMe: boolean };

const listingOf = ({ listingId, listingTitle, listingPhotoUrls }: ConversationRow): Pick<ConversationSummary, "listing"> =>
  listingId === null ? {} : { listing: { id: listingId, title: listingTitle ?? "", photoUrl: listingPhotoUrls?.[0] ?? null } };

/** A conversation as one of its members sees it. */
export const presentConversation = (
  row: ConversationRow,
  { participants, lastMessage, blockedByMe }: Parts,
): ConversationSummary => ({
  id: row.id,
  kind: row.kind,
  title: row.title,
  ...listingOf(row),
  membership: row.leftSeq === null ? "active" : "left",
  participants,
  lastSeq: row.lastSeq,
  rev: row.rev,
  lastMessage,
  unreadCount: row.leftSeq === null ? row.unreadCount : 0,
  mutedUntil: row.mutedUntil?.toISOString() ?? null,
  blocked: blockedByMe ? "by_me" : "none",
  pinned: row.pinned,
  archived: row.archived,
  updatedAt: row.activeAt.toISOString(),
});
