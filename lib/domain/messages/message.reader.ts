import { and, asc, desc, eq, gt, gte, lt, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Message } from "#lib/contract/messages.ts";
import type { Db } from "#lib/db/client.ts";
import { askAtOnce } from "#lib/db/handed-over.ts";
import { linkPreviews, messages, users } from "#lib/db/schema/index.ts";
import { statement } from "#lib/db/statement.ts";
import { findBookings } from "../bookings/booking.reader.ts";
import { findViewings } from "../viewings/viewing.reader.ts";
import { bookingsShown, type MessageRow, presentMessage, viewingsShown } from "./message.presenter.ts";

const answered = alias(messages, "answered");

const shown = {
  conversationId: messages.conversationId,
  seq: messages.seq,
  id: messages.id,
  rev: messages.rev,
  senderId: messages.senderId,
  senderName: users.name,
  kind: messages.kind,
  content: messages.content,
  attachments: messages.attachments,
  mentions: messages.mentions,
  notices: messages.notices,
  system: messages.system,
  reactions: messages.reactions,
  createdAt: messages.createdAt,
  editedAt: messages.editedAt,
  deletedAt: messages.deletedAt,
  replyId: answered.id,
  replySenderId: answered.senderId,
  replyContent: answered.content,
  previewId: linkPreviews.id,
  previewUrl: linkPreviews.url,
  previewTitle: linkPreviews.title,
  previewDescription: linkPreviews.description,
  previewSiteName: linkPreviews.siteName,
  previewHasPicture: linkPreviews.hasPicture,
};

const select = (db: Db) =>
  db
    .select(shown)
    .from(messages)
    .innerJoin(users, eq(users.id, messages.senderId))
    .leftJoin(answered, and(eq(answered.conversationId, messages.conversationId), eq(answered.seq, messages.replyToSeq)))
    .leftJoin(linkPreviews, eq(linkPreviews.id, messages.previewId));

/** Read after the messages, so that a card is never older than the revision that it comes with. */
const present = async (db: Db, rows: MessageRow[]): Promise<Message[]> => {
  const subjects = {
    bookings: await findBookings(db, bookingsShown(rows)),
    viewings: await findViewings(db, viewingsShown(rows)),
  };
  return rows.map((row) => presentMessage(row, subjects));
};

export type MessageKey = { conversationId: string; id: string };

/** The messages at those places. */
export const findBySeqs = async (db: Db, places: { conversationId: string; seq: number }[]): Promise<Message[]> => {
  if (places.length === 0) return [];
  const wanted = sql`(${messages.conversationId}, ${messages.seq}) in (select * from unnest(
    ${sql.param(places.map((place) => place.conversationId))}::uuid[], ${sql.param(places.map((place) => place.seq))}::int[]))`;
  return present(db, await select(db).where(wanted));
};

/** `afterSeq` and `beforeSeq` exclusive, times inclusive of `from` and exclusive of `to`. */
export type Window = {
  afterSeq: number;
  beforeSeq?: number | undefined;
  from?: Date | undefined;
  to?: Date | undefined;
};

const within = (conversationId: string, { afterSeq, beforeSeq, from, to }: Window): SQL | undefined =>
  and(
    eq(messages.conversationId, conversationId),
    gt(messages.seq, afterSeq),
    beforeSeq === undefined ? undefined : lt(messages.seq, beforeSeq),
    from && gte(messages.createdAt, from),
    to && lt(messages.createdAt, to),
  );

/** At most `limit` messages of the window from its newest end, in seq order. */
export const newestIn = async (db: Db, conversationId: string, window: Window, limit: number): Promise<Message[]> => {
  const rows = await select(db).where(within(conversationId, window)).orderBy(desc(messages.seq)).limit(limit);
  return (await present(db, rows)).reverse();
};

/** At most `limit` messages of the window from its oldest end, in seq order. */
export const oldestIn = async (db: Db, conversationId: string, window: Window, limit: number): Promise<Message[]> => {
  const rows = await select(db).where(within(conversationId, window)).orderBy(asc(messages.seq)).limit(limit);
  return present(db, rows);
};

type SeqRow = { place: number; conversation_id: string; seq: number };

/** Each by itself: a join of so many pairs is planned for a table as small as it was, and would read all of it once it has grown. */
const placesOf = statement<Omit<SeqRow, "place">, { talks: string[]; ids: string[] }>(
  ({ talks, ids }) => sql`
    select found.conversation_id, found.seq
    from unnest(${talks}::uuid[], ${ids}::uuid[]) as wanted (conversation_id, id)
    cross join lateral (
      select m.conversation_id, m.seq from ${messages} m
      where m.conversation_id = wanted.conversation_id and m.id = wanted.id limit 1) found`,
);

/** Those of the messages that exist, whoever wrote them. Of a new message there is none, which one statement of one text says. */
export const findByIds = async (db: Db, keys: MessageKey[]): Promise<Message[]> => {
  if (keys.length === 0) return [];
  const wanted = { talks: keys.map((key) => key.conversationId), ids: keys.map((key) => key.id) };
  const rows = await askAtOnce(db, placesOf(wanted));
  return findBySeqs(
    db,
    rows.map((row) => ({ conversationId: row.conversation_id, seq: row.seq })),
  );
};

const placeKey = ({ conversationId, seq }: Pick<Message, "conversationId" | "seq">): string => `${conversationId} ${seq}`;

/** The messages of each of `count` places, in seq order; one that several ask for is read once. */
const byKeys = async (db: Db, keys: SeqRow[], count: number): Promise<Message[][]> => {
  const wanted = keys.map(({ place, conversation_id, seq }) => ({ place, conversationId: conversation_id, seq }));
  const found = await findBySeqs(db, [...new Map(wanted.map((key) => [placeKey(key), key])).values()]);
  const messagesAt = new Map(found.map((message) => [placeKey(message), message]));
  const groups = Array.from({ length: count }, (): Message[] => []);
  for (const key of wanted) {
    const message = messagesAt.get(placeKey(key));
    if (message) groups[key.place]?.push(message);
  }
  return groups.map((group) => group.sort((left, right) => left.seq - right.seq));
};

/** What a member still lacks of a conversation: changes after `rev`, of what they see after `hiddenSeq`. */
export type Behind = { conversationId: string; rev: number; hiddenSeq: number };

/** The newest `limit` changes of each, in seq order. */
export const changedSince = async (db: Db, behind: Behind[], limit: number): Promise<Message[][]> => {
  if (behind.length === 0) return [];
  const keys = await db.execute<SeqRow>(sql`
    select wanted.place::int - 1 as place, changed.conversation_id, changed.seq
    from unnest(${sql.param(behind.map((one) => one.conversationId))}::uuid[], ${sql.param(behind.map((one) => one.rev))}::int[],
      ${sql.param(behind.map((one) => one.hiddenSeq))}::int[]) with ordinality as wanted (conversation_id, rev, hidden_seq, place)
    cross join lateral (
      select m.conversation_id, m.seq from messages m
      where m.conversation_id = wanted.conversation_id and m.rev > wanted.rev and m.seq > wanted.hidden_seq
      order by m.rev desc limit ${limit}) changed`);
  return byKeys(db, keys, behind.length);
};

/** The newest `limit` messages of each, in seq order. */
export const newestOf = async (db: Db, behind: Behind[], limit: number): Promise<Message[][]> => {
  if (behind.length === 0) return [];
  const keys = await db.execute<SeqRow>(sql`
    select wanted.place::int - 1 as place, newest.conversation_id, newest.seq
    from unnest(${sql.param(behind.map((one) => one.conversationId))}::uuid[],
      ${sql.param(behind.map((one) => one.hiddenSeq))}::int[]) with ordinality as wanted (conversation_id, hidden_seq, place)
    cross join lateral (
      select m.conversation_id, m.seq from messages m
      where m.conversation_id = wanted.conversation_id and m.seq > wanted.hidden_seq
      order by m.seq desc limit ${limit}) newest`);
  return byKeys(db, keys, behind.length);
};
