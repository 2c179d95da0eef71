import type { IncomingMessage } from "node:http";
import { limits } from "#lib/contract/limits.ts";
import { type Failure, fail } from "#lib/domain/fail.ts";

const METHODS = new Set(["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]);
/** next-auth's own routes, which read a body of any size. */
const UNGUARDED_BODIES = "/api/auth/";

const isDecodable = (url: string): boolean => {
  try {
    return decodeURI(url).length > 0;
  } catch {
    // A lone percent sign: no address of ours has one, and Next answers some of them with a 500.
    return false;
  }
};

const malformed = (message: string): Failure => fail("validation_failed", { details: [{ path: [], message }] });

/** Why a request goes no further than this, or nothing. */
export const refusalOf = ({ method = "", url = "", headers }: IncomingMessage): Failure | undefined => {
  if (!METHODS.has(method)) return malformed("there is no such method");
  // Absolute targets are for proxies, and Next would redirect to wherever they point.
  if (!url.startsWith("/")) return malformed("the target must be a path");
  if (!isDecodable(url.split("?")[0] ?? "")) return malformed("the path must be percent-encoded UTF-8");
  if (!url.startsWith(UNGUARDED_BODIES)) return undefined;
  if (headers["transfer-encoding"] !== undefined) return malformed("the length of the body must be told");
  return Number(headers["content-length"] ?? 0) > limits.packetBytes ? fail("too_large") : undefined;
};
