import { and, asc, count, eq, inArray, isNull, ne, or, sql } from "drizzle-orm";
import type { HeldEntry, HeldSender } from "#lib/contract/held.ts";
import { among } from "#lib/db/among.ts";
import type { Db } from "#lib/db/client.ts";
import { heldMessages, participants, sessions, takeovers, users } from "#lib/db/schema/index.ts";
import { presentRules } from "../scan/notice.presenter.ts";
import type { HeldMessageRow } from "./held.repository.ts";

const QUEUE_MOST = 100;
const OWN_MOST = 200;

/** One's own that wait or were refused, in the order in which they were written. */
export const findOwnHeld = (db: Db, senderId: string): Promise<HeldMessageRow[]> =>
  db
    .select()
    .from(heldMessages)
    .where(and(eq(heldMessages.senderId, senderId), ne(heldMessages.state, "released"), isNull(heldMessages.discardedAt)))
    .orderBy(asc(heldMessages.position))
    .limit(OWN_MOST);

/** How many there are of these of each of these people; who has none is missing. */
export const countOwnHeld = async (db: Db, senderIds: string[]): Promise<Map<string, number>> => {
  const rows = await db
    .select({ senderId: heldMessages.senderId, count: count() })
    .from(heldMessages)
    .where(and(among(heldMessages.senderId, senderIds), ne(heldMessages.state, "released"), isNull(heldMessages.discardedAt)))
    .groupBy(heldMessages.senderId);
  return new Map(rows.map((row) => [row.senderId, row.count]));
};

/** What was written into a conversation of the viewer's own is not theirs to decide. */
const notTo = (viewerId: string) => sql`not exists (select from ${participants} p
  where p.conversation_id = ${heldMessages.conversationId} and p.user_id = ${viewerId} and p.left_seq is null)`;

const selectSenders = (db: Db, viewerId: string) => {
  const waiting = db
    .select({
      senderId: heldMessages.senderId,
      waiting: sql<number>`count(*)::int`.as("waiting"),
      since: sql<Date | null>`min(${heldMessages.heldAt})`.mapWith(heldMessages.heldAt).as("since"),
    })
    .from(heldMessages)
    .where(and(eq(heldMessages.state, "waiting"), notTo(viewerId)))
    .groupBy(heldMessages.senderId)
    .as("waiting_of");
  return db
    .select({
      person: { id: users.id, name: users.name, role: users.role },
      accountSince: users.createdAt,
      waiting: sql<number>`coalesce(${waiting.waiting}, 0)`,
      since: sql<Date | null>`${waiting.since}`.mapWith(heldMessages.heldAt),
      rules: sql<
        string[]
      >`(select coalesce(array_agg(distinct rule), '{}') from ${heldMessages}, unnest(${heldMessages.rules}) rule
        where ${heldMessages.senderId} = ${users.id} and ${heldMessages.state} = 'waiting' and ${notTo(viewerId)})`,
      suspectedAt: takeovers.openedAt,
    })
    .from(users)
    .leftJoin(waiting, eq(waiting.senderId, users.id))
    .leftJoin(takeovers, and(eq(takeovers.userId, users.id), isNull(takeovers.decidedAt)))
    .$dynamic();
};

type SenderRow = Awaited<ReturnType<typeof selectSenders>>[number];

const present = ({ since, suspectedAt, accountSince: _, ...row }: SenderRow): HeldSender => ({
  ...row,
  since: since?.toISOString() ?? null,
  suspectedAt: suspectedAt?.toISOString() ?? null,
});

/** Of whom something waits, whoever waits the longest first. */
export const findHeldSenders = async (db: Db, viewerId: string): Promise<HeldSender[]> => {
  const rows = await selectSenders(db, viewerId)
    .where(and(ne(users.id, viewerId), or(sql`waiting_of.waiting > 0`, sql`${takeovers.openedAt} is not null`)))
    .orderBy(sql`coalesce(waiting_of.since, ${takeovers.openedAt})`, asc(users.id))
    .limit(QUEUE_MOST);
  return rows.map(present);
};

/** The same of one person, with the age of the account. */
export const findHeldSender = async (
  db: Db,
  viewerId: string,
  userId: string,
): Promise<{ sender: HeldSender; accountSince: string } | undefined> => {
  const [row] = await selectSenders(db, viewerId).where(eq(users.id, userId));
  return row && { sender: present(row), accountSince: row.accountSince.toISOString() };
};

/** All of a person that waits, with whom it is for. */
export const findWaitingEntries = async (db: Db, viewerId: string, senderId: string): Promise<HeldEntry[]> => {
  const rows = await db
    .select({
      held: heldMessages,
      session: { deviceName: sessions.deviceName, createdAt: sessions.createdAt },
    })
    .from(heldMessages)
    .leftJoin(sessions, eq(sessions.id, heldMessages.sessionId))
    .where(and(eq(heldMessages.senderId, senderId), eq(heldMessages.state, "waiting"), notTo(viewerId)))
    .orderBy(asc(heldMessages.position));
  const ids = [...new Set(rows.map(({ held }) => held.conversationId))];
  const people =
    ids.length === 0
      ? []
      : await db
          .select({ conversationId: participants.conversationId, id: users.id, name: users.name, role: users.role })
          .from(participants)
          .innerJoin(users, eq(users.id, participants.userId))
          .where(and(inArray(participants.conversationId, ids), isNull(participants.leftSeq), ne(users.id, senderId)))
          .orderBy(asc(users.name), asc(users.id));
  return rows.map(({ held, session }) => ({
    conversationId: held.conversationId,
    messageId: held.id,
    recipients: people
      .filter(({ conversationId }) => conversationId === held.conversationId)
      .map(({ conversationId: _, ...person }) => person),
    content: held.content,
    attachments: held.attachments,
    rules: presentRules(held.rules),
    score: held.score,
    heldAt: held.heldAt.toISOString(),
    session: session && { deviceName: session.deviceName, createdAt: session.createdAt.toISOString() },
  }));
};
