import { and, eq, gt, isNotNull, isNull, lte, or, sql } from "drizzle-orm";
import type { Db } from "#lib/db/client.ts";
import { participants, users } from "#lib/db/schema/index.ts";

/** Who has shown that an address is theirs gets mails beside those that show it, unless they are kept out. */
export const isMailed = and(isNotNull(users.emailVerifiedAt), or(isNull(users.bannedUntil), lte(users.bannedUntil, sql`now()`)));

/** Where such mails go, or nothing. */
export const findMailedAddress = async (db: Db, userId: string): Promise<string | undefined> => {
  const [row] = await db
    .select({ email: users.email })
    .from(users)
    .where(and(eq(users.id, userId), isMailed));
  return row?.email;
};

/** The same for what somebody has to know who is kept out. */
export const findConfirmedAddress = async (db: Db, userId: string): Promise<string | undefined> => {
  const [row] = await db
    .select({ email: users.email })
    .from(users)
    .where(and(eq(users.id, userId), isNotNull(users.emailVerifiedAt)));
  return row?.email;
};

/** Whether a person wants to hear nothing of a conversation now. */
export const isConversationMuted = async (db: Db, userId: string, conversationId: string): Promise<boolean> => {
  const rows = await db
    .select({ userId: participants.userId })
    .from(participants)
    .where(
      and(
        eq(participants.userId, userId),
        eq(participants.conversationId, conversationId),
        gt(participants.mutedUntil, sql`now()`),
      ),
    );
  return rows.length > 0;
};
