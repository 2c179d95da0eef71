import { createHash, timingSafeEqual } from "node:crypto";
import type { IncomingMessage } from "node:http";
import { fail } from "#lib/domain/fail.ts";

/** The header that says to the route handlers whether a request comes from this machine; what a client sends under that name is dropped. */
export const FROM_HERE_HEADER = "x-uninest-from-here";

const LOOPBACK = new Set(["127.0.0.1", "::1", "::ffff:127.0.0.1"]);
/** Proxies write these. Behind one on this machine the whole world seems to come from here. */
const PASSED_ON = ["forwarded", "x-forwarded-for", "x-forwarded-host", "x-real-ip", "via"];
const BEARER = /^Bearer (.+)$/i;

const digest = (text: string): Buffer => createHash("sha256").update(text).digest();

/** Whether a program on this machine asks, with nobody in between. To be asked before Next adds headers of its own. */
export const isFromHere = ({ headers, socket }: Pick<IncomingMessage, "headers" | "socket">): boolean =>
  LOOPBACK.has(socket.remoteAddress ?? "") && PASSED_ON.every((name) => headers[name] === undefined);

const hasToken = (headers: Headers, token: string | undefined): boolean => {
  const given = BEARER.exec(headers.get("authorization") ?? "")?.[1];
  return token !== undefined && given !== undefined && timingSafeEqual(digest(given), digest(token));
};

/** For whoever runs the house: from this machine itself, or by the token. @throws {Failure} unauthenticated for anybody else */
export const assertOperator = (headers: Headers, token: string | undefined): void => {
  if (headers.get(FROM_HERE_HEADER) !== "1" && !hasToken(headers, token)) throw fail("unauthenticated");
};
