import { and, asc, eq, gt, inArray, isNotNull, isNull, sql } from "drizzle-orm";
import type { ConversationSummary, Participant } from "#lib/contract/conversations.ts";
import { among } from "#lib/db/among.ts";
import type { Db } from "#lib/db/client.ts";
import { blocks, conversations, listings, participants, preferences, users } from "#lib/db/schema/index.ts";
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

/** The conversations that each of these people is an active member of. */
export const activeConversationsOf = async (db: Db, userIds: string[]): Promise<Map<string, string[]>> => {
  const rows = await db
    .select({ userId: participants.userId, id: participants.conversationId })
    .from(participants)
    .where(and(among(participants.userId, userIds), isNull(participants.leftSeq)));
  const found = new Map<string, string[]>();
  for (const { userId, id } of rows) {
    const ids = found.get(userId);
    if (ids) ids.push(id);
    else found.set(userId, [id]);
  }
  return found;
};

/** The conversations that a person is an active member of. */
export const activeConversationIds = async (db: Db, userId: string): Promise<string[]> =>
  (await activeConversationsOf(db, [userId])).get(userId) ?? [];

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

/** Whose view of which conversations. */
export type Views = { viewerId: string; ids: string[] };

const rowsFor = (db: Db, views: Views[]): Promise<ConversationRow[]> => {
  const pairs = views.flatMap(({ viewerId, ids }) => ids.map((id) => ({ viewerId, id })));
  return viewRows(db).where(
    sql`(${participants.userId}, ${participants.conversationId}) in (select viewer, id from unnest(
      ${sql.param(pairs.map(({ viewerId }) => viewerId))}::uuid[], ${sql.param(pairs.map(({ id }) => id))}::uuid[]) as wanted (viewer, id))`,
  );
};

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
    .where(and(among(participants.conversationId, ids), isNull(participants.leftSeq)))
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

const grouped = <Item>(items: Item[], keyOf: (item: Item) => string): Map<string, Item[]> => {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
};

/** The active members of each conversation, with as much of their marks as the viewer may see. */
export const membersOf = async (db: Db, viewerId: string, ids: string[]): Promise<Map<string, Participant[]>> => {
  if (ids.length === 0) return new Map();
  const [people, { readReceipts }] = await Promise.all([participantsIn(db, ids), findPreferences(db, viewerId)]);
  const viewer = { userId: viewerId, sharesReceipts: readReceipts };
  const groups = grouped(people, ({ conversationId }) => conversationId);
  return new Map([...groups].map(([id, rows]) => [id, rows.map((row) => participantFor(viewer, row))]));
};

const newestMessages = async (db: Db, rows: ConversationRow[]) => {
  const places = rows
    .filter((row) => row.leftSeq === null && row.lastSeq > row.hiddenSeq)
    .map((row) => ({ conversationId: row.id, seq: row.lastSeq }));
  const each = [...new Map(places.map((place) => [`${place.conversationId} ${place.seq}`, place])).values()];
  return new Map((await findBySeqs(db, each)).map((message) => [`${message.conversationId} ${message.seq}`, message]));
};

/** What a viewer says of themselves: whether they share their read receipts, and whom they block. */
type ViewerFacts = { viewer: MarksViewer; blocked: Set<string> };

const findViewers = async (db: Db, viewerIds: string[]): Promise<Map<string, ViewerFacts>> => {
  const rows = await db
    .select({
      userId: users.id,
      sharesReceipts: sql<boolean>`coalesce(${preferences.readReceipts}, true)`,
      blocked: sql<string[]>`array(select ${blocks.blockedId}::text from ${blocks} where ${blocks.blockerId} = ${users.id})`,
    })
    .from(users)
    .leftJoin(preferences, eq(preferences.userId, users.id))
    .where(among(users.id, viewerIds));
  return new Map(rows.map(({ blocked, ...viewer }) => [viewer.userId, { viewer, blocked: new Set(blocked) }]));
};

/**
 * The conversations as each viewer sees them, in the order of their `ids`; those that a viewer was never in are missing. In as few queries
 * for many viewers as for one.
 */
export const findSummariesOf = async (db: Db, views: Views[]): Promise<ConversationSummary[][]> => {
  const ids = [...new Set(views.flatMap((view) => view.ids))];
  if (ids.length === 0) return views.map(() => []);
  const [rows, people, viewers] = await Promise.all([
    rowsFor(db, views),
    participantsIn(db, ids),
    findViewers(db, [...new Set(views.map(({ viewerId }) => viewerId))]),
  ]);
  const newest = await newestMessages(db, rows);
  const members = grouped(people, ({ conversationId }) => conversationId);
  const present = (row: ConversationRow, { viewer, blocked }: ViewerFacts): ConversationSummary =>
    presentConversation(row, {
      participants: (members.get(row.id) ?? []).map((person) => participantFor(viewer, person)),
      lastMessage: row.lastSeq > row.hiddenSeq ? (newest.get(`${row.id} ${row.lastSeq}`) ?? null) : null,
      blocked,
    });
  const seen = grouped(rows, (row) => row.viewerId);
  return views.map(({ viewerId, ids: wanted }) => {
    const facts = viewers.get(viewerId) ?? { viewer: { userId: viewerId, sharesReceipts: true }, blocked: new Set() };
    const own = new Map((seen.get(viewerId) ?? []).map((row) => [row.id, row]));
    return wanted.flatMap((id) => {
      const row = own.get(id);
      return row ? [present(row, facts)] : [];
    });
  });
};

/** The conversations as one of their members sees them, in the order of `ids`; those that the viewer was never in are missing. */
export const findSummaries = async (db: Db, viewerId: string, ids: string[]): Promise<ConversationSummary[]> => {
  const [summaries = []] = await findSummariesOf(db, [{ viewerId, ids }]);
  return summaries;
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
