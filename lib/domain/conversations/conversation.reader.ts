import { and, asc, eq, gt, inArray, isNotNull, isNull, sql } from "drizzle-orm";
import type { ConversationSummary, Participant } from "#lib/contract/conversations.ts";
import type { Db } from "#lib/db/client.ts";
import { blocks, conversations, listings, participants, users } from "#lib/db/schema/index.ts";
import { findBySeqs } from "../messages/message.reader.ts";
import { type MarksViewer, marksFor } from "../messages/receipt.policy.ts";
import { findPreferences } from "../safety/preferences.reader.ts";
import { type ConversationRow, presentConversation } from "./conversation.presenter.ts";
import { fine } from "./fine.sql.ts";
import { heardSeq } from "./heard.sql.ts";
import { isMentioned } from "./mentioned.sql.ts";
import { mutedUntilNow } from "./muted.sql.ts";
import { unreadCount } from "./unread.sql.ts";

/** `hiddenSeq`: of the conversation the member sees what comes after it. */
export type Membership = { conversationId: string; hiddenSeq: number; deliveredSeq: number; readSeq: number };

/** The active membership of one person in one conversation. */
export const findMembership = async (db: Db, userId: string, conversationId: string): Promise<Membership | undefined> => {
  const [row] = await db
    .select({
      conversationId: participants.conversationId,
      hiddenSeq: participants.hiddenSeq,
      deliveredSeq: participants.deliveredSeq,
      readSeq: participants.readSeq,
    })
    .from(participants)
    .where(and(eq(participants.conversationId, conversationId), eq(participants.userId, userId), isNull(participants.leftSeq)));
  return row;
};

/** The conversations that a person is an active member of. */
export const activeConversationIds = async (db: Db, userId: string): Promise<string[]> => {
  const rows = await db
    .select({ id: participants.conversationId })
    .from(participants)
    .where(and(eq(participants.userId, userId), isNull(participants.leftSeq)));
  return rows.map(({ id }) => id);
};

/** The memberships that have ended after `since`, by the database's clock, and have not begun again. */
export const findEndedMemberships = (db: Db, since: Date): Promise<{ conversationId: string; userId: string }[]> =>
  db
    .select({ conversationId: participants.conversationId, userId: participants.userId })
    .from(participants)
    .where(and(gt(participants.leftAt, since), isNotNull(participants.leftSeq)));

/** Memberships, each with its conversation as that member sees it. */
export const viewRows = (db: Db) =>
  db
    .select({
      viewerId: participants.userId,
      id: conversations.id,
      kind: conversations.kind,
      title: conversations.title,
      pictureId: conversations.pictureId,
      openHistory: conversations.openHistory,
      listingId: conversations.listingId,
      listingTitle: listings.title,
      listingPhotoUrls: listings.photoUrls,
      lastSeq: conversations.lastSeq,
      rev: conversations.rev,
      activeAt: conversations.activeAt,
      joinedAt: participants.joinedAt,
      hiddenSeq: participants.hiddenSeq,
      leftSeq: participants.leftSeq,
      mutedUntil: mutedUntilNow,
      pinned: participants.pinned,
      archived: participants.archived,
      markedUnread: participants.markedUnread,
      unreadCount,
      isMentioned,
      heardSeq,
      sentSeq: participants.sentSeq,
      fine,
    })
    .from(participants)
    .innerJoin(conversations, eq(conversations.id, participants.conversationId))
    .leftJoin(listings, eq(listings.id, conversations.listingId));

const rowsFor = (db: Db, viewerId: string, ids: string[]): Promise<ConversationRow[]> =>
  viewRows(db).where(and(eq(participants.userId, viewerId), inArray(participants.conversationId, ids)));

export const participantsIn = (db: Db, ids: string[]) =>
  db
    .select({
      conversationId: participants.conversationId,
      userId: users.id,
      name: users.name,
      role: users.role,
      avatarUrl: users.avatarUrl,
      memberRole: participants.role,
      deliveredSeq: participants.deliveredSeq,
      readSeq: participants.readSeq,
      shownDeliveredSeq: participants.shownDeliveredSeq,
      shownReadSeq: participants.shownReadSeq,
      sentSeq: participants.sentSeq,
      verifiedAt: users.verifiedAt,
    })
    .from(participants)
    .innerJoin(users, eq(users.id, participants.userId))
    .where(and(inArray(participants.conversationId, ids), isNull(participants.leftSeq)))
    .orderBy(participants.joinedAt, users.id);

/** Those that `blockerId` blocks. */
export const blockedBy = async (db: Db, blockerId: string): Promise<Set<string>> => {
  const rows = await db.select({ id: blocks.blockedId }).from(blocks).where(eq(blocks.blockerId, blockerId));
  return new Set(rows.map(({ id }) => id));
};

type ParticipantRow = Awaited<ReturnType<typeof participantsIn>>[number];

export const participantFor = (viewer: MarksViewer, row: ParticipantRow): Participant => ({
  userId: row.userId,
  name: row.name,
  role: row.role,
  avatarUrl: row.avatarUrl,
  memberRole: row.memberRole,
  ...marksFor(viewer, row),
  verified: row.verifiedAt !== null,
});

const groupParticipants = (viewer: MarksViewer, rows: ParticipantRow[]): Map<string, Participant[]> => {
  const groups = new Map<string, Participant[]>();
  for (const row of rows) {
    const group = groups.get(row.conversationId) ?? [];
    group.push(participantFor(viewer, row));
    groups.set(row.conversationId, group);
  }
  return groups;
};

/** The active members of each conversation, with as much of their marks as the viewer may see. */
export const membersOf = async (db: Db, viewerId: string, ids: string[]): Promise<Map<string, Participant[]>> => {
  if (ids.length === 0) return new Map();
  const [people, { readReceipts }] = await Promise.all([participantsIn(db, ids), findPreferences(db, viewerId)]);
  return groupParticipants({ userId: viewerId, sharesReceipts: readReceipts }, people);
};

const newestMessages = async (db: Db, rows: ConversationRow[]) => {
  const places = rows
    .filter((row) => row.leftSeq === null && row.lastSeq > row.hiddenSeq)
    .map((row) => ({ conversationId: row.id, seq: row.lastSeq }));
  return new Map((await findBySeqs(db, places)).map((message) => [message.conversationId, message]));
};

/** The conversations as one of their members sees them, in the order of `ids`; those that the viewer was never in are missing. */
export const findSummaries = async (db: Db, viewerId: string, ids: string[]): Promise<ConversationSummary[]> => {
  if (ids.length === 0) return [];
  const [rows, members, blocked] = await Promise.all([
    rowsFor(db, viewerId, ids),
    membersOf(db, viewerId, ids),
    blockedBy(db, viewerId),
  ]);
  const newest = await newestMessages(db, rows);
  const summaries = rows.map((row) => {
    const present = members.get(row.id) ?? [];
    return presentConversation(row, { participants: present, lastMessage: newest.get(row.id) ?? null, blocked });
  });
  const order = new Map(ids.map((id, index) => [id, index]));
  return summaries.sort((left, right) => (order.get(left.id) ?? 0) - (order.get(right.id) ?? 0));
};

/** Those that block or are blocked by `userId`. */
export const findBlockedEitherWay = async (db: Db, userId: string): Promise<string[]> => {
  const rows = await db
    .select({ blockerId: blocks.blockerId, blockedId: blocks.blockedId })
    .from(blocks)
    .where(sql`${blocks.blockerId} = ${userId} or ${blocks.blockedId} = ${userId}`);
  return rows.map(({ blockerId, blockedId }) => (blockerId === userId ? blockedId : blockerId));
};

/** What kind of conversation it is and its active members; nobody for one that does not exist. */
export const findCompany = async (db: Db, conversationId: string) => {
  const rows = await db
    .select({ kind: conversations.kind, userId: participants.userId })
    .from(participants)
    .innerJoin(conversations, eq(conversations.id, participants.conversationId))
    .where(and(eq(participants.conversationId, conversationId), isNull(participants.leftSeq)));
  return { kind: rows[0]?.kind, memberIds: rows.map(({ userId }) => userId) };
};

/**
 * The direct conversations of two people, held still with their members until the transaction ends: no message and no
 * receipt of theirs gets past a change of what may pass between the two.
 */
export const lockDirects = async (db: Db, userIds: readonly [string, string]): Promise<string[]> => {
  const shared = sql`select ${participants.conversationId} from ${participants}
    where ${participants.userId} = any(${sql.param([...userIds])}::uuid[]) group by 1 having count(*) = 2`;
  const rows = await db
    .select({ id: conversations.id })
    .from(conversations)
    .where(and(eq(conversations.kind, "direct"), sql`${conversations.id} in (${shared})`))
    .orderBy(asc(conversations.id))
    .for("no key update");
  const ids = rows.map(({ id }) => id);
  if (ids.length === 0) return ids;
  await db
    .select({ userId: participants.userId })
    .from(participants)
    .where(inArray(participants.conversationId, ids))
    .orderBy(asc(participants.conversationId), asc(participants.userId))
    .for("no key update");
  return ids;
};

/** The active members of each conversation. */
export const findMemberIds = async (db: Db, ids: string[]): Promise<Map<string, string[]>> => {
  const found = new Map<string, string[]>();
  if (ids.length === 0) return found;
  const rows = await db
    .select({ id: participants.conversationId, userId: participants.userId })
    .from(participants)
    .where(and(inArray(participants.conversationId, ids), isNull(participants.leftSeq)));
  for (const { id, userId } of rows) found.set(id, [...(found.get(id) ?? []), userId]);
  return found;
};
