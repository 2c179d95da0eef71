import type { JobPayload } from "#lib/contract/jobs.ts";
import type { EffectService } from "../operations/effect.service.ts";
import type { Clock, JobQueue, JobRun } from "../ports.ts";
import { findHeardSubscriptions } from "../push/push.reader.ts";
import { planOf } from "./channel.policy.ts";
import { findNotifications } from "./notification.reader.ts";

type Deps = { effects: EffectService; jobs: JobQueue; clock: Clock };

/** Carries notifications to whoever does not look at the pages. */
export const createDeliveryService = ({ effects, jobs, clock }: Deps) => ({
  /** Puts down a job for each way in which somebody is told, all or none; nothing of what has been read by then. */
  deliver: ({ notificationId }: JobPayload<"notification:deliver">, { id }: JobRun): Promise<void> =>
    effects.inside(id, async (db) => {
      const [found] = await findNotifications(db, [notificationId]);
      if (!found || found.notification.readAt) return;
      const { push } = planOf({ about: found.notification.about, now: clock() });
      if (!push) return;
      for (const { id: subscriptionId } of await findHeardSubscriptions(db, found.userId))
        await jobs.add(db, "push:send", { notificationId, subscriptionId }, { runAt: push });
    }),
});
