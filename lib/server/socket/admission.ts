import type { IncomingMessage } from "node:http";
import type { Socket } from "socket.io";
import { Handshake } from "#lib/contract/session.ts";
import type { Actor } from "#lib/domain/actor.ts";
import { fail, toWireError } from "#lib/domain/fail.ts";
import type { Log, Metrics, RateLimits } from "#lib/domain/ports.ts";
import { asFailure, parseInput } from "../failures.ts";
import type { Identity } from "../identity.ts";
import type { Door } from "./door.ts";
import { createLockstep } from "./lockstep.ts";

type Deps = { identity: Identity; limits: RateLimits; door: Door; metrics: Metrics; log: Log };
type Next = (error?: Error) => void;

/** Who connects. `tokenExpiresAt`: the end of the access token; with a cookie, the connection lives as long as its session. */
export type Admitted = { actor: Actor & { socketId: string }; handshake: Handshake; tokenExpiresAt: Date | undefined };

/** CORS does not guard a WebSocket: whoever has an Origin has ours, or gets no connection at all (reliability.md, fact 5). */
export const allowOrigin =
  (origins: Set<string>) =>
  (request: IncomingMessage, answer: (error: string | null, allowed: boolean) => void): void => {
    const { origin } = request.headers;
    answer(null, origin === undefined || origins.has(origin));
  };

/** A browser says where a polling request without Origin comes from; a script that says nothing needs a token. */
const isOwnPage = ({ headers }: IncomingMessage): boolean =>
  headers.origin !== undefined || headers["sec-fetch-site"] === "same-origin";

/** Two thousand CONNECT packets on one connection would be two thousand sign-ins (reliability.md, fact 6). */
export const oneConnectEach = () => {
  const seen = new WeakSet<object>();
  return (socket: Socket, next: Next): void => {
    if (seen.has(socket.conn)) {
      socket.conn.close(true);
      return;
    }
    seen.add(socket.conn);
    next();
  };
};

/** Finds out who connects and puts it on the socket. A refusal becomes a `connect_error` whose `data` is the error. */
export const admit = ({ identity, limits, door, metrics, log }: Deps) => {
  const identify = async (request: IncomingMessage, { token }: Handshake) => {
    if (token !== undefined) return identity.fromToken(token);
    const actor = isOwnPage(request) ? await identity.fromCookies(request.headers.cookie) : undefined;
    return actor && { actor, expiresAt: undefined };
  };

  const check = async (socket: Socket): Promise<Admitted> => {
    const handshake = parseInput(Handshake, socket.handshake.auth);
    const identified = await identify(socket.request, handshake);
    if (!identified) throw fail("unauthenticated");
    const { actor, expiresAt } = identified;
    await limits.take("handshake", `user ${actor.userId}`);
    return { actor: { ...actor, socketId: socket.id }, handshake, tokenExpiresAt: expiresAt };
  };

  const together = createLockstep();
  return async (socket: Socket, next: Next): Promise<void> => {
    try {
      const refusal = door.refusal();
      if (refusal) throw refusal;
      socket.data = await door.admitting(together(() => check(socket)));
      metrics.count("uninest_handshakes_total", { outcome: "ok" });
      next();
    } catch (error) {
      const failure = asFailure(error, log);
      metrics.count("uninest_handshakes_total", { outcome: failure.code });
      next(Object.assign(new Error(failure.code), { data: toWireError(failure) }));
    }
  };
};
