import type { JobPayload } from "#lib/contract/jobs.ts";
import type { Database } from "#lib/db/client.ts";
import type { EffectService } from "../operations/effect.service.ts";
import type { Clock, JobRun } from "../ports.ts";
import { planOf } from "./channel.policy.ts";
import { findNotifications } from "./notification.reader.ts";

type Deps = { database: Database; effects: EffectService; clock: Clock };

/** Carries notifications to whoever does not look at the pages. */
export const createDeliveryService = ({ effects, clock }: Deps) => ({
  /** Puts down a job for each way in which somebody is told, all or none; nothing of what has been read by then. */
  deliver: ({ notificationId }: JobPayload<"notification:deliver">, { id }: JobRun): Promise<void> =>
    effects.inside(id, async (db) => {
      const [found] = await findNotifications(db, [notificationId]);
      if (!found || found.notification.readAt) return;
      planOf({ about: found.notification.about, now: clock() });
    }),
});
