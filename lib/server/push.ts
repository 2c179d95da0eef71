import type { Clock } from "#lib/domain/ports.ts";
import type { Env } from "#lib/infra/env.ts";
import { type ApnsKey, createApns } from "#lib/infra/push/apns.ts";
import { createFcm } from "#lib/infra/push/fcm.ts";
import { createPushServices } from "#lib/infra/push/push-services.ts";
import { vapidKeys } from "#lib/infra/push/vapid-keys.ts";
import { createWebPush } from "#lib/infra/push/web-push.ts";

type Options = { env: Env; origin: string; clock: Clock };

/** Push services want one of these; some refuse `localhost`, where nobody can be reached. */
const subjectOf = (origin: string): string => (origin.startsWith("https:") ? origin : "mailto:nobody@uninest.invalid");

/** @throws {Error} when only some of what belongs together is set */
const apnsKey = ({ APNS_KEY: key, APNS_KEY_ID: keyId, APNS_TEAM_ID: teamId, APNS_TOPIC: topic }: Env): ApnsKey | undefined => {
  if (key !== undefined && keyId !== undefined && teamId !== undefined && topic !== undefined)
    return { key, keyId, teamId, topic };
  if ([key, keyId, teamId, topic].every((one) => one === undefined)) return undefined;
  throw new Error("APNS_KEY, APNS_KEY_ID, APNS_TEAM_ID and APNS_TOPIC belong together: one is missing.");
};

/** Where devices are told: browsers always, apps by the services that are set up. */
export const createPush = ({ env, origin, clock }: Options): ReturnType<typeof createPushServices> => {
  const key = apnsKey(env);
  const account = env.FCM_SERVICE_ACCOUNT;
  return createPushServices({
    web: createWebPush({
      keys: vapidKeys({ publicKey: env.VAPID_PUBLIC_KEY, privateKey: env.VAPID_PRIVATE_KEY }, env.DATA_DIR),
      subject: env.VAPID_SUBJECT ?? subjectOf(origin),
      loopback: env.PUSH_LOOPBACK,
    }),
    apps: {
      ...(account ? { fcm: createFcm({ account, url: env.FCM_URL, clock }) } : {}),
      ...(key ? { apns: createApns({ key, url: env.APNS_URL, clock }) } : {}),
    },
  });
};
