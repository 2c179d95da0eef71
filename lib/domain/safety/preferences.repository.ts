import { eq } from "drizzle-orm";
import type { Preferences } from "#lib/contract/safety.ts";
import type { Db } from "#lib/db/client.ts";
import { preferences } from "#lib/db/schema/index.ts";

/** What a person shares, held still until the transaction ends. */
export const lockPreferences = async (db: Db, userId: string): Promise<Preferences> => {
  await db.insert(preferences).values({ userId }).onConflictDoNothing();
  const [row] = await db
    .select({ readReceipts: preferences.readReceipts, presence: preferences.presence, linkPreviews: preferences.linkPreviews })
    .from(preferences)
    .where(eq(preferences.userId, userId))
    .for("update");
  if (!row) throw new Error("the preferences are neither new nor there");
  return row;
};

export const savePreferences = async (
  db: Db,
  userId: string,
  { readReceipts, presence, linkPreviews }: Preferences,
): Promise<void> => {
  await db.update(preferences).set({ readReceipts, presence, linkPreviews }).where(eq(preferences.userId, userId));
};
