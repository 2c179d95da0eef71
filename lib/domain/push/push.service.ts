import type { JobPayload } from "#lib/contract/jobs.ts";
import { limits } from "#lib/contract/limits.ts";
import type { Notification } from "#lib/contract/notifications.ts";
import type { NewPushSubscription, PushKey, PushSubscription, PushSubscriptions } from "#lib/contract/push.ts";
import type { Database, Db } from "#lib/db/client.ts";
import type { Actor } from "../actor.ts";
import { fail } from "../fail.ts";
import { isUrgent } from "../notifications/channel.policy.ts";
import { findNotifications } from "../notifications/notification.reader.ts";
import type { EffectService } from "../operations/effect.service.ts";
import type { JobRun, Log, NewId, Push, PushNote } from "../ports.ts";
import { findUpcoming } from "../viewings/reminder.reader.ts";
import { createHandOver, DAY_SECONDS } from "./hand-over.ts";
import { findHeardSubscription, findHeardSubscriptions, type SubscriptionRow } from "./push.reader.ts";
import * as subscriptions from "./push.repository.ts";
import { pushOf, testPush } from "./push-words.ts";

type Deps = { database: Database; effects: EffectService; push: Push; newId: NewId; log: Log };

const MINUTE_SECONDS = 60;

const present = ({ id, endpoint, createdAt, lastSuccessAt, lastFailureAt }: SubscriptionRow): PushSubscription => ({
  id,
  endpoint,
  createdAt: createdAt.toISOString(),
  lastSuccessAt: lastSuccessAt?.toISOString() ?? null,
  lastFailureAt: lastFailureAt?.toISOString() ?? null,
});

/** A reminder that quiet hours have held back may be of a viewing that was moved or cancelled since. */
const isWorthTelling = async (db: Db, { about }: Notification): Promise<boolean> =>
  about.type !== "viewing_reminder" || (await findUpcoming(db, about.viewingId, new Date(about.startsAt))) !== undefined;

/** What reaches a browser while nobody looks at the page (docs/decisions/0023). */
export const createPushService = ({ database, effects, push, newId, log }: Deps) => {
  const hand = createHandOver({ database, push });

  return {
    key: (): PushKey => ({ publicKey: push.publicKey }),

    list: async ({ userId }: Actor): Promise<PushSubscriptions> => ({
      items: (await database.read((db) => findHeardSubscriptions(db, userId)))
        .filter(({ service }) => service === "web")
        .map(present),
    }),

    /**
     * @throws {Failure} validation_failed for an address that can be no push service's, not_found when it is to replace one that
     * is none of one's own
     */
    subscribe: async ({ userId, sessionId }: Actor, wanted: NewPushSubscription): Promise<PushSubscription> => {
      if (!push.accepts(wanted.endpoint)) {
        const details = [{ path: ["endpoint"], message: "must be the address of a push service" }];
        throw fail("validation_failed", { details });
      }
      return database.write(async (db) => {
        const { replaces = wanted.endpoint } = wanted;
        const isThere = await subscriptions.lockSubscription(db, { userId, endpoint: replaces });
        if (wanted.replaces !== undefined && !isThere) throw fail("not_found");
        if (replaces !== wanted.endpoint) await subscriptions.dropSubscription(db, { userId, endpoint: replaces });
        const row = await subscriptions.putSubscription(db, { id: newId(), userId, sessionId }, { service: "web", ...wanted });
        await subscriptions.dropOldest(db, userId, limits.pushSubscriptions);
        return present(row);
      });
    },

    unsubscribe: async ({ userId }: Actor, endpoint: string): Promise<Record<string, never>> => {
      await database.write((db) => subscriptions.dropSubscription(db, { userId, endpoint }));
      return {};
    },

    /** @throws {Failure} not_found when that is none of one's own or gone by now, unavailable when its service takes nothing */
    test: async ({ userId }: Actor, endpoint: string): Promise<PushSubscription> => {
      const to = await database.read((db) => findHeardSubscription(db, { userId, endpoint }));
      if (!to) throw fail("not_found");
      const note: PushNote = { payload: testPush, urgent: true, ttlSeconds: MINUTE_SECONDS };
      const outcome = await hand(to, note).catch((error: unknown) => {
        log.warn({ error }, "a test was not taken by its push service");
        throw fail("unavailable", { message: "The push service of this browser did not take it." });
      });
      if (outcome === "gone") throw fail("not_found");
      const told = await database.read((db) => findHeardSubscription(db, { userId, endpoint }));
      if (!told) throw fail("not_found");
      return present(told);
    },

    /** Hands one over; nothing when it has been read, or that browser is told no longer. @throws {Error} when it was not taken */
    send: ({ notificationId, subscriptionId }: JobPayload<"push:send">, { id }: JobRun): Promise<void> =>
      effects.outside(id, async () => {
        const found = await database.read(async (db) => {
          const [news] = await findNotifications(db, [notificationId]);
          if (!news || news.notification.readAt || !(await isWorthTelling(db, news.notification))) return undefined;
          const to = await findHeardSubscription(db, { userId: news.userId, id: subscriptionId });
          return to && { to, notification: news.notification };
        });
        if (!found) return;
        const { to, notification } = found;
        await hand(to, { payload: pushOf(notification), urgent: isUrgent(notification), ttlSeconds: DAY_SECONDS });
      }),
  };
};
