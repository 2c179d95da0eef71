import fs from "node:fs";
import path from "node:path";
import webPush from "web-push";
import * as z from "zod";

const VapidKeys = z.object({ publicKey: z.string(), privateKey: z.string() });
export type VapidKeys = z.infer<typeof VapidKeys>;

type Configured = { publicKey: string | undefined; privateKey: string | undefined };

/** The keys that push services know us by: as configured, or made at the first start and kept in a file only its owner reads. */
export const vapidKeys = ({ publicKey, privateKey }: Configured, dataDir: string): VapidKeys => {
  if (publicKey !== undefined && privateKey !== undefined) return { publicKey, privateKey };
  if (publicKey !== undefined || privateKey !== undefined)
    throw new Error("VAPID_PUBLIC_KEY and VAPID_PRIVATE_KEY belong together: one is missing.");
  const file = path.resolve(dataDir, "vapid-keys.json");
  fs.mkdirSync(path.dirname(file), { recursive: true });
  if (!fs.existsSync(file)) fs.writeFileSync(file, JSON.stringify(webPush.generateVAPIDKeys()), { mode: 0o600, flag: "wx" });
  return VapidKeys.parse(JSON.parse(fs.readFileSync(file, "utf8")));
};
