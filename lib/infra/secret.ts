import { createHmac, randomBytes } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { keptFile } from "./kept-file.ts";

const fileIn = (dataDir: string): string => path.resolve(dataDir, "auth-secret");

/** The secret that signs sessions and tokens: as configured, or made at the first start and kept in a file only its owner reads. */
export const authSecret = (configured: string | undefined, dataDir: string): string => {
  if (configured !== undefined) return configured;
  return keptFile(fileIn(dataDir), () => randomBytes(48).toString("base64url")).trim();
};

/** The same secret where a new one would be worth nothing. @throws {Error} when there is none yet */
export const existingSecret = (configured: string | undefined, dataDir: string): string => {
  if (configured !== undefined) return configured;
  const file = fileIn(dataDir);
  if (!fs.existsSync(file)) throw new Error(`There is no secret: set AUTH_SECRET, or DATA_DIR to where ${file} is.`);
  return authSecret(undefined, dataDir);
};

/** A key for one use alone, made of the one secret. */
export const keyFor = (secret: string, use: string): string => createHmac("sha256", secret).update(use).digest("base64url");

/** What transcripts are signed with. */
export const transcriptKey = (secret: string): string => keyFor(secret, "transcripts");

/** What the entries of the audit log are bound with, and what its heads are signed with. */
export const auditKeys = (secret: string): { auditKey: string; headKey: string } => ({
  auditKey: keyFor(secret, "audit log"),
  headKey: keyFor(secret, "heads of the audit log"),
});
