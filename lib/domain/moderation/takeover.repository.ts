import { and, arrayContains, eq, inArray, isNull, sql } from "drizzle-orm";
import type { SafetyLine } from "#lib/contract/safety-line.ts";
import type { Db } from "#lib/db/client.ts";
import { messages, sentFingerprints, takeovers } from "#lib/db/schema/index.ts";
import { TAKEOVER_WINDOW_MS } from "../scan/takeover.policy.ts";

const NOTICE = "account.takeover";

/** Where money words of a person went out of hands that may not be theirs, or wait to. */
export const findReached = async (db: Db, userId: string): Promise<string[]> => {
  const rows = await db
    .selectDistinct({ id: sentFingerprints.conversationId })
    .from(sentFingerprints)
    .where(
      and(
        eq(sentFingerprints.senderId, userId),
        eq(sentFingerprints.isRisky, true),
        sql`${sentFingerprints.at} > now() - ${TAKEOVER_WINDOW_MS}::float8 * interval '1 millisecond'`,
      ),
    );
  return rows.map(({ id }) => id);
};

/** The messages among them that went out, and that nobody is warned of yet. */
export const findUnwarned = (db: Db, userId: string, conversationIds: string[]): Promise<Banner[]> =>
  db
    .select({ conversationId: messages.conversationId, id: messages.id })
    .from(messages)
    .innerJoin(
      sentFingerprints,
      and(eq(sentFingerprints.conversationId, messages.conversationId), eq(sentFingerprints.messageId, messages.id)),
    )
    .where(
      and(
        eq(sentFingerprints.senderId, userId),
        eq(sentFingerprints.isRisky, true),
        inArray(messages.conversationId, conversationIds),
        isNull(messages.deletedAt),
        sql`not ${messages.notices} @> array[${NOTICE}]::text[]`,
      ),
    );

const isWarning = (userId: string, state: SafetyLine["state"]) =>
  and(
    eq(messages.senderId, userId),
    eq(messages.kind, "system"),
    sql`${messages.system} @> ${JSON.stringify({ type: "safety_warning", state })}::jsonb`,
  );

export type Banner = { conversationId: string; id: string };

/** The warnings about a person that stand. */
export const findBanners = (db: Db, userId: string): Promise<Banner[]> =>
  db.select({ conversationId: messages.conversationId, id: messages.id }).from(messages).where(isWarning(userId, "standing"));

/** Says in the warnings what was found. */
export const settleBanners = async (db: Db, userId: string, state: SafetyLine["state"]): Promise<void> => {
  const system: SafetyLine = { type: "safety_warning", by: "server", state };
  await db.update(messages).set({ system }).where(isWarning(userId, "standing"));
};

const ofThese = (places: { conversationId: string; id: string }[]) =>
  sql`(${messages.conversationId}, ${messages.id}) in (select * from unnest(
    ${sql.param(places.map(({ conversationId }) => conversationId))}::uuid[], ${sql.param(places.map(({ id }) => id))}::uuid[]))`;

export const putNotice = async (db: Db, places: { conversationId: string; id: string }[]): Promise<void> => {
  if (places.length === 0) return;
  await db
    .update(messages)
    .set({ notices: sql`array_append(${messages.notices}, ${NOTICE})` })
    .where(ofThese(places));
};

/** Takes the notice off what a person wrote in these conversations. Resolves to where it stood. */
export const takeNoticeOff = async (db: Db, userId: string, conversationIds: string[]): Promise<Banner[]> => {
  if (conversationIds.length === 0) return [];
  return db
    .update(messages)
    .set({ notices: sql`array_remove(${messages.notices}, ${NOTICE})` })
    .where(
      and(
        eq(messages.senderId, userId),
        inArray(messages.conversationId, conversationIds),
        arrayContains(messages.notices, [NOTICE]),
      ),
    )
    .returning({ conversationId: messages.conversationId, id: messages.id });
};

/** Somebody has to find out who writes from this account; once for all that it writes meanwhile. */
export const openTakeover = async (db: Db, id: string, userId: string): Promise<void> => {
  await db.insert(takeovers).values({ id, userId }).onConflictDoNothing();
};

/** Resolves to false where nobody supposed anything. */
export const closeTakeover = async (
  db: Db,
  userId: string,
  found: { decidedBy: string; outcome: "genuine" | "taken_over" },
): Promise<boolean> => {
  const closed = await db
    .update(takeovers)
    .set({ ...found, decidedAt: sql`clock_timestamp()` })
    .where(and(eq(takeovers.userId, userId), isNull(takeovers.decidedAt)))
    .returning({ id: takeovers.id });
  return closed.length > 0;
};
