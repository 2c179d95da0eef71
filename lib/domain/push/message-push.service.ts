import type { JobPayload } from "#lib/contract/jobs.ts";
import type { Database } from "#lib/db/client.ts";
import { pushedMessages, pushedMessagesAt } from "../notifications/channel.policy.ts";
import { findNotificationPreferences } from "../notifications/notification-preferences.reader.ts";
import { findUnreadMessages } from "../notifications/unread-messages.reader.ts";
import type { EffectService } from "../operations/effect.service.ts";
import type { Clock, JobQueue, JobRun, Push } from "../ports.ts";
import { createHandOver, DAY_SECONDS } from "./hand-over.ts";
import { findHeardSubscription, findHeardSubscriptions } from "./push.reader.ts";
import { messagesPushOf } from "./push-words.ts";

type Deps = { database: Database; effects: EffectService; jobs: JobQueue; push: Push; clock: Clock };

/** Tells of messages on the browsers of who does not look at them (docs/decisions/0027). */
export const createMessagePushService = ({ database, effects, jobs, push, clock }: Deps) => {
  const hand = createHandOver({ database, push });
  return {
    /** Puts down a job for each browser, all or none; nothing of what has been read by then or is to be heard nowhere now. */
    deliver: (recipient: JobPayload<"message:deliver">, { id }: JobRun): Promise<void> =>
      effects.inside(id, async (db) => {
        const pushed = pushedMessagesAt(await findNotificationPreferences(db, recipient.userId), clock());
        const unread = await findUnreadMessages(db, recipient, pushed);
        if (!unread) return;
        for (const { id: subscriptionId } of await findHeardSubscriptions(db, recipient.userId))
          await jobs.add(db, "push:message", { ...recipient, seq: unread.seq, subscriptionId });
      }),

    /** Hands over how it stands now; nothing when all of it has been read. @throws {Error} when it was not taken */
    send: ({ seq, subscriptionId, ...recipient }: JobPayload<"push:message">, { id, attempt }: JobRun): Promise<void> =>
      effects.outside(id, async () => {
        const found = await database.read(async (db) => {
          const pushed = pushedMessages(await findNotificationPreferences(db, recipient.userId));
          const unread = await findUnreadMessages(db, recipient, pushed);
          const to = unread && (await findHeardSubscription(db, { userId: recipient.userId, id: subscriptionId }));
          return to && { to, unread };
        });
        // What came while this waited for another try has a push of its own, which says all of it.
        if (!found || (attempt > 1 && found.unread.seq > seq)) return;
        const payload = messagesPushOf(recipient.conversationId, { ...found.unread, isSealed: found.to.service === "web" });
        await hand(found.to, { payload, urgent: false, ttlSeconds: DAY_SECONDS });
      }),
  };
};
