import { inArray } from "drizzle-orm";
import type { User } from "#lib/contract/accounts.ts";
import type { Db } from "#lib/db/client.ts";
import { sessions, users } from "#lib/db/schema/index.ts";

export const findUsers = async (db: Db, ids: string[]): Promise<Map<string, User>> => {
  const rows = await db.select({ id: users.id, name: users.name, role: users.role }).from(users).where(inArray(users.id, ids));
  return new Map(rows.map((user) => [user.id, user]));
};

/** What sessions are called, where they have a name. */
export const findDeviceNames = async (db: Db, sessionIds: string[]): Promise<Map<string, string | null>> => {
  const rows = await db
    .select({ id: sessions.id, name: sessions.deviceName })
    .from(sessions)
    .where(inArray(sessions.id, sessionIds));
  return new Map(rows.map(({ id, name }) => [id, name]));
};
