import { and, eq, inArray, ne, or, sql } from "drizzle-orm";
import type { Db } from "#lib/db/client.ts";
import { heldMessages, sentFingerprints, sessions, users } from "#lib/db/schema/index.ts";
import { TAKEOVER_WINDOW_MS } from "../scan/takeover.policy.ts";
import type { MessageKey } from "./message.reader.ts";
import { messageKey, senderKey } from "./send.policy.ts";
import type { HeldFact, SenderRecord, SentMark } from "./send-verdict.policy.ts";

type HeldInsert = typeof heldMessages.$inferInsert;
export type NewHeld = Omit<HeldInsert, "heldAt" | "state" | "decidedAt" | "decidedBy" | "reason" | "discardedAt"> & {
  heldAt: Date;
};
export type NewMark = typeof sentFingerprints.$inferInsert;

/** Whose text into which conversation is worth a second look. */
export type Watched = { userId: string; sessionId: string; conversationId: string };

/** Nobody sends that much in a day who is not stopped by something else; the newest count. */
const MARKS_MOST = 2_000;

/** What waits for a moderator under these ids, or was refused by one. */
export const findHeld = async (db: Db, keys: MessageKey[]): Promise<Map<string, HeldFact>> => {
  if (keys.length === 0) return new Map();
  const rows = await db
    .select({
      conversationId: heldMessages.conversationId,
      id: heldMessages.id,
      senderId: heldMessages.senderId,
      state: heldMessages.state,
      rules: heldMessages.rules,
      reason: heldMessages.reason,
    })
    .from(heldMessages)
    .where(
      and(
        or(
          ...keys.map(({ conversationId, id }) => and(eq(heldMessages.conversationId, conversationId), eq(heldMessages.id, id))),
        ),
        ne(heldMessages.state, "released"),
      ),
    );
  return new Map(
    rows.map(({ conversationId, id, state, ...row }) => [
      messageKey(conversationId, id),
      { ...row, state: state === "waiting" ? "waiting" : "refused" },
    ]),
  );
};

/** Only what went elsewhere counts: in a long talk of two people there is nothing to read. */
const elsewhere = (watched: Watched[], userId: string) => {
  const ids = new Set(watched.filter((one) => one.userId === userId).map(({ conversationId }) => conversationId));
  const [only] = ids;
  const isOne = ids.size === 1 && only !== undefined;
  return and(eq(sentFingerprints.senderId, userId), isOne ? ne(sentFingerprints.conversationId, only) : undefined);
};

const findMarks = (db: Db, watched: Watched[]) =>
  db
    .select({
      senderId: sentFingerprints.senderId,
      conversationId: sentFingerprints.conversationId,
      fingerprint: sentFingerprints.fingerprint,
      isRisky: sentFingerprints.isRisky,
      at: sentFingerprints.at,
    })
    .from(sentFingerprints)
    .where(
      and(
        or(...[...new Set(watched.map(({ userId }) => userId))].map((userId) => elsewhere(watched, userId))),
        sql`${sentFingerprints.at} > now() - ${TAKEOVER_WINDOW_MS} * interval '1 millisecond'`,
      ),
    )
    .orderBy(sql`${sentFingerprints.at} desc`)
    .limit(MARKS_MOST);

const findOrigins = (db: Db, sessionIds: string[]) =>
  db
    .select({
      sessionId: sessions.id,
      userId: users.id,
      since: sessions.createdAt,
      isTrusted: sql<boolean>`${sessions.trustedAt} is not null`,
      accountSince: users.createdAt,
      waiting: sql<number>`(select count(*)::int from ${heldMessages}
        where ${heldMessages.senderId} = ${users.id} and ${heldMessages.state} = 'waiting')`,
    })
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.userId))
    .where(inArray(sessions.id, sessionIds));

/** What is known of those whose text is worth a second look. */
export const findRecords = async (db: Db, watched: Watched[]): Promise<Map<string, SenderRecord>> => {
  if (watched.length === 0) return new Map();
  const [marks, origins] = await Promise.all([
    findMarks(db, watched),
    findOrigins(db, [...new Set(watched.map(({ sessionId }) => sessionId))]),
  ]);
  const recentOf = (userId: string): SentMark[] => marks.filter(({ senderId }) => senderId === userId);
  return new Map(
    origins.map(({ sessionId, userId, since, isTrusted, accountSince, waiting }) => [
      senderKey({ userId, sessionId }),
      { accountSince, session: { since, isTrusted }, waiting, recent: recentOf(userId) },
    ]),
  );
};

/** Puts down what has to wait, and what is to be remembered. */
export const writeHeld = async (db: Db, { held, marks }: { held: NewHeld[]; marks: NewMark[] }): Promise<void> => {
  await Promise.all([
    held.length > 0 && db.insert(heldMessages).values(held),
    marks.length > 0 && db.insert(sentFingerprints).values(marks).onConflictDoNothing(),
  ]);
};
