import { eq } from "drizzle-orm";
import type { Preferences } from "#lib/contract/safety.ts";
import type { Db } from "#lib/db/client.ts";
import { preferences } from "#lib/db/schema/index.ts";

/** What a person shares: everything, until they say otherwise. */
export const findPreferences = async (db: Db, userId: string): Promise<Preferences> => {
  const [row] = await db
    .select({ readReceipts: preferences.readReceipts, presence: preferences.presence, linkPreviews: preferences.linkPreviews })
    .from(preferences)
    .where(eq(preferences.userId, userId));
  return row ?? { readReceipts: true, presence: true, linkPreviews: true };
};
