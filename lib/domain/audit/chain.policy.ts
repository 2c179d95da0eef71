import { createHmac } from "node:crypto";
import canonicalize from "canonicalize";

/** What the first entry is bound to. */
export const GENESIS = "0".repeat(64);

/** An entry as it is stored. Its types are those that were written; who checks it takes none for granted. */
export type ChainEntry = {
  seq: number;
  /** ISO 8601 in UTC with milliseconds. */
  at: string;
  actorId: string | null;
  action: string;
  subjectType: string;
  subjectId: string;
  details: unknown;
};
export type ChainLink = ChainEntry & { prevHash: string; hash: string };

/**
 * The hash of an entry that follows the one with `prevHash`, in hexadecimal: HMAC-SHA-256 over that hash and the entry in its one
 * form as JSON (RFC 8785). Without the key nobody can make it.
 */
export const hashOf = (
  key: string,
  prevHash: string,
  { seq, at, actorId, action, subjectType, subjectId, details }: ChainEntry,
): string =>
  createHmac("sha256", key)
    .update(prevHash)
    .update(canonicalize({ seq, at, actorId, action, subjectType, subjectId, details }) ?? "")
    .digest("hex");
