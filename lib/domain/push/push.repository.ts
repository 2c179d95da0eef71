import { and, desc, eq, inArray, sql } from "drizzle-orm";
import type { NewPushSubscription } from "#lib/contract/push.ts";
import type { Db } from "#lib/db/client.ts";
import { pushSubscriptions } from "#lib/db/schema/index.ts";
import type { SubscriptionRow } from "./push.reader.ts";

type Owner = { id: string; userId: string; sessionId: string };

type Target = { service: SubscriptionRow["service"]; endpoint: string; keys: NewPushSubscription["keys"] | null };

/** One for each address: who subscribes with it last has it, whoever had it before. */
export const putSubscription = async (db: Db, owner: Owner, { service, endpoint, keys }: Target) => {
  const { userId, sessionId } = owner;
  const { p256dh, auth } = keys ?? { p256dh: null, auth: null };
  const [row] = await db
    .insert(pushSubscriptions)
    .values({ ...owner, service, endpoint, p256dh, auth })
    .onConflictDoUpdate({ target: pushSubscriptions.endpoint, set: { userId, sessionId, service, p256dh, auth } })
    .returning();
  if (!row) throw new Error("an insert has returned nothing");
  return row;
};

/** Keeps the newest so many of a person's. */
export const dropOldest = async (db: Db, userId: string, kept: number): Promise<void> => {
  const oldest = db
    .select({ id: pushSubscriptions.id })
    .from(pushSubscriptions)
    .where(eq(pushSubscriptions.userId, userId))
    .orderBy(desc(pushSubscriptions.createdAt), desc(pushSubscriptions.id))
    .offset(kept);
  await db.delete(pushSubscriptions).where(inArray(pushSubscriptions.id, oldest));
};

type Own = { userId: string; endpoint: string };

const isOwn = ({ userId, endpoint }: Own) => and(eq(pushSubscriptions.userId, userId), eq(pushSubscriptions.endpoint, endpoint));

/** Resolves to whether that is one of this person's. */
export const lockSubscription = async (db: Db, own: Own): Promise<boolean> => {
  const rows = await db.select({ id: pushSubscriptions.id }).from(pushSubscriptions).where(isOwn(own)).for("update");
  return rows.length > 0;
};

export const dropSubscription = async (db: Db, own: Own): Promise<void> => {
  await db.delete(pushSubscriptions).where(isOwn(own));
};

/** Forgets what its push service knows no longer, unless a browser has just subscribed anew. */
export const dropGone = async (db: Db, { id, p256dh }: Pick<SubscriptionRow, "id" | "p256dh">): Promise<void> => {
  const isTheSame = sql`${pushSubscriptions.p256dh} is not distinct from ${p256dh}`;
  await db.delete(pushSubscriptions).where(and(eq(pushSubscriptions.id, id), isTheSame));
};

export const noteOutcome = async (db: Db, id: string, outcome: "success" | "failure"): Promise<void> => {
  const column = outcome === "success" ? "lastSuccessAt" : "lastFailureAt";
  await db
    .update(pushSubscriptions)
    .set({ [column]: sql`clock_timestamp()` })
    .where(eq(pushSubscriptions.id, id));
};
