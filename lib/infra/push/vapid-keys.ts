import path from "node:path";
import webPush from "web-push";
import * as z from "zod";
import { keptFile } from "../kept-file.ts";

const VapidKeys = z.object({ publicKey: z.string(), privateKey: z.string() });
export type VapidKeys = z.infer<typeof VapidKeys>;

type Configured = { publicKey: string | undefined; privateKey: string | undefined };

/** The keys that push services know us by: as configured, or made at the first start and kept in a file only its owner reads. */
export const vapidKeys = ({ publicKey, privateKey }: Configured, dataDir: string): VapidKeys => {
  if (publicKey !== undefined && privateKey !== undefined) return { publicKey, privateKey };
  if (publicKey !== undefined || privateKey !== undefined)
    throw new Error("VAPID_PUBLIC_KEY and VAPID_PRIVATE_KEY belong together: one is missing.");
  const kept = keptFile(path.resolve(dataDir, "vapid-keys.json"), () => JSON.stringify(webPush.generateVAPIDKeys()));
  return VapidKeys.parse(JSON.parse(kept));
};
