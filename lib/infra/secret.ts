import { createHmac, randomBytes } from "node:crypto";
import fs from "node:fs";
import path from "node:path";

/** The secret that signs sessions and tokens: as configured, or made at the first start and kept in a file only its owner reads. */
export const authSecret = (configured: string | undefined, dataDir: string): string => {
  if (configured !== undefined) return configured;
  const file = path.resolve(dataDir, "auth-secret");
  fs.mkdirSync(path.dirname(file), { recursive: true });
  if (!fs.existsSync(file)) fs.writeFileSync(file, randomBytes(48).toString("base64url"), { mode: 0o600, flag: "wx" });
  return fs.readFileSync(file, "utf8").trim();
};

/** A key for one use alone, made of the one secret. */
export const keyFor = (secret: string, use: string): string => createHmac("sha256", secret).update(use).digest("base64url");
