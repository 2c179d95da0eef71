import { and, asc, eq, inArray, isNull, lt, ne, sql } from "drizzle-orm";
import type { HeldPlace } from "#lib/contract/held.ts";
import type { Db } from "#lib/db/client.ts";
import { attachments, conversations, heldMessages, participants, sentFingerprints, sessions } from "#lib/db/schema/index.ts";
import { REPEATS_WINDOW_MS } from "../scan/repeats.policy.ts";
import { TAKEOVER_WINDOW_MS } from "../scan/takeover.policy.ts";

export type HeldMessageRow = typeof heldMessages.$inferSelect;

const at = ({ conversationId, messageId }: HeldPlace) =>
  and(eq(heldMessages.conversationId, conversationId), eq(heldMessages.id, messageId));

/** One message of a person, held still until the transaction ends. */
export const lockHeld = async (db: Db, senderId: string, place: HeldPlace): Promise<HeldMessageRow | undefined> => {
  const [row] = await db
    .select()
    .from(heldMessages)
    .where(and(at(place), eq(heldMessages.senderId, senderId)))
    .for("update");
  return row;
};

/** All of a person that waits, in the order in which it was written, held still until the transaction ends. */
export const lockWaiting = (db: Db, senderId: string): Promise<HeldMessageRow[]> =>
  db
    .select()
    .from(heldMessages)
    .where(and(eq(heldMessages.senderId, senderId), eq(heldMessages.state, "waiting")))
    .orderBy(asc(heldMessages.position))
    .for("update");

/** Locks conversations in the one order in which everybody does. */
export const lockConversations = async (db: Db, ids: string[]): Promise<void> => {
  if (ids.length === 0) return;
  await db
    .select({ id: conversations.id })
    .from(conversations)
    .where(inArray(conversations.id, ids))
    .orderBy(asc(conversations.id))
    .for("no key update");
};

/** Whether somebody is in one of these conversations: what was written to oneself one does not decide about. */
export const isInOneOf = async (db: Db, userId: string, ids: string[]): Promise<boolean> => {
  if (ids.length === 0) return false;
  const found = await db
    .select({ id: participants.conversationId })
    .from(participants)
    .where(and(eq(participants.userId, userId), inArray(participants.conversationId, ids), isNull(participants.leftSeq)))
    .limit(1);
  return found.length > 0;
};

type Decided = { state: "released" | "refused"; decidedBy: string; reason: string | null; isPutAway?: boolean };

/** Puts down what became of a message. */
export const decideHeld = async (db: Db, place: HeldPlace, { isPutAway, ...decided }: Decided): Promise<void> => {
  const time = sql`clock_timestamp()`;
  await db
    .update(heldMessages)
    .set({ ...decided, decidedAt: time, ...(isPutAway ? { discardedAt: time } : {}) })
    .where(at(place));
};

/** Its files may be sent with another message, as if this one had never been. */
export const deleteHeld = async (db: Db, place: HeldPlace): Promise<void> => {
  const [row] = await db.delete(heldMessages).where(at(place)).returning({ attachments: heldMessages.attachments });
  if (!row || row.attachments.length === 0) return;
  await db
    .update(attachments)
    .set({ messageId: null, state: "ready" })
    .where(and(eq(attachments.conversationId, place.conversationId), eq(attachments.messageId, place.messageId)));
};

export const putAway = async (db: Db, place: HeldPlace): Promise<void> => {
  await db.update(heldMessages).set({ discardedAt: sql`clock_timestamp()` }).where(at(place));
};

/** What comes from there is the person's own from now on. */
export const trustSessions = async (db: Db, userId: string, waiting: HeldMessageRow[]): Promise<void> => {
  const risky = await db
    .selectDistinct({ id: sentFingerprints.sessionId })
    .from(sentFingerprints)
    .where(and(eq(sentFingerprints.senderId, userId), eq(sentFingerprints.isRisky, true)));
  const ids = [...new Set([...risky.map(({ id }) => id), ...waiting.map(({ sessionId }) => sessionId)])];
  if (ids.length === 0) return;
  await db
    .update(sessions)
    .set({ trustedAt: sql`clock_timestamp()` })
    .where(and(eq(sessions.userId, userId), inArray(sessions.id, ids)));
};

/** Somebody has looked at what was sent lately: it is no reason to suspect anybody any more. */
export const forgetSent = async (db: Db, userId: string): Promise<void> => {
  await db.delete(sentFingerprints).where(eq(sentFingerprints.senderId, userId));
};

/** Drops what was sent too long ago to matter. */
export const dropSent = async (db: Db): Promise<void> => {
  await db.delete(sentFingerprints).where(
    sql`${sentFingerprints.at} < now() - case when ${sentFingerprints.isRisky} then ${TAKEOVER_WINDOW_MS}::float8
      else ${REPEATS_WINDOW_MS}::float8 end * interval '1 millisecond'`,
  );
};

/** Drops what was decided before then. */
export const dropDecided = async (db: Db, before: Date): Promise<void> => {
  await db.delete(heldMessages).where(and(ne(heldMessages.state, "waiting"), lt(heldMessages.decidedAt, before)));
};
