import type { AppPushService } from "#lib/contract/push.ts";
import type { Push } from "#lib/domain/ports.ts";
import type { AppSender } from "./app-sender.ts";
import type { WebPush } from "./web-push.ts";

type Options = {
  web: WebPush;
  /** Those of these that are set up. */
  apps: Partial<Record<AppPushService, AppSender>>;
};

/** Every way to a device behind one door. */
export const createPushServices = ({ web, apps }: Options): Push => ({
  publicKey: web.publicKey,
  accepts: web.accepts,
  serves: (service) => apps[service] !== undefined,
  send: async (target, note) => {
    if (target.service === "web") return web.send(target, note);
    const sender = apps[target.service];
    if (!sender) throw new Error(`${target.service} is not set up any more`);
    return sender.send(target.token, note);
  },
});
