import type { AppPushService } from "#lib/contract/push.ts";
import type { Push } from "#lib/domain/ports.ts";
import { createBreakers, isResting } from "../breaker.ts";
import { type AppSender, isServiceAway } from "./app-sender.ts";
import type { WebPush } from "./web-push.ts";

/** So many tries in a row that fail, at whatever service, are no accident. */
const IN_A_ROW = 3;

type Options = {
  web: WebPush;
  /** Those of these that are set up. */
  apps: Partial<Record<AppPushService, AppSender>>;
};

/** Every way to a device behind one door. A service that is away is left alone, and says nothing of the others. */
export const createPushServices = ({ web, apps }: Options): Push & { isUp: () => boolean } => {
  const services = createBreakers({ isItsFault: isServiceAway });
  let failures = 0;

  const send: Push["send"] = async (target, note) => {
    if (target.service === "web") return services.during(new URL(target.endpoint).host, () => web.send(target, note));
    const { service, token } = target;
    const sender = apps[service];
    if (!sender) throw new Error(`${service} is not set up any more`);
    return services.during(service, () => sender.send(token, note));
  };

  return {
    publicKey: web.publicKey,
    accepts: web.accepts,
    serves: (service) => apps[service] !== undefined,
    isUp: () => failures < IN_A_ROW,
    send: async (target, note) => {
      try {
        const outcome = await send(target, note);
        failures = 0;
        return outcome;
      } catch (error) {
        // Who was not asked has not failed.
        if (!isResting(error)) failures = isServiceAway(error) ? failures + 1 : 0;
        throw error;
      }
    },
  };
};
