import type { NotificationPreferences, Unsubscribed } from "#lib/contract/notification-preferences.ts";
import type { Database } from "#lib/db/client.ts";
import type { Actor } from "../actor.ts";
import { fail } from "../fail.ts";
import { findNotificationPreferences } from "./notification-preferences.reader.ts";
import { saveNotificationPreferences, turnMailOff } from "./notification-preferences.repository.ts";
import { readUnsubscribeToken } from "./unsubscribe-token.ts";

type Deps = { database: Database; linkKey: string };

/** By which way somebody is told. Nobody else learns of it: there is nothing to announce. */
export const createNotificationPreferencesService = ({ database, linkKey }: Deps) => ({
  get: ({ userId }: Actor): Promise<NotificationPreferences> => database.read((db) => findNotificationPreferences(db, userId)),

  put: async ({ userId }: Actor, wanted: NotificationPreferences): Promise<NotificationPreferences> => {
    await database.write((db) => saveNotificationPreferences(db, userId, wanted));
    return wanted;
  },

  /** Whoever holds a mail may end its kind. @throws {Failure} not_found for a token that is none of ours */
  unsubscribe: async (token: string): Promise<Unsubscribed> => {
    const read = readUnsubscribeToken(linkKey, token);
    if (!read) throw fail("not_found", { message: "This link is incomplete." });
    await database.write((db) => turnMailOff(db, read.userId, read.kind));
    return { kind: read.kind };
  },
});
