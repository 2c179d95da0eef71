import type { Socket } from "socket.io";
import { isModerator } from "#lib/domain/accounts/moderator.policy.ts";
import { fail, toWireError } from "#lib/domain/fail.ts";
import type { Clock, Log, Metrics, RateLimits, Tracer } from "#lib/domain/ports.ts";
import { asFailure } from "../failures.ts";
import type { Services } from "../services.ts";
import type { Admitted } from "./admission.ts";
import { createEventBinder, type SocketSession } from "./bind-events.ts";
import type { Door } from "./door.ts";
import type { Entrance } from "./entrance.ts";
import { forgetHandshake } from "./forget-handshake.ts";
import { createHandlers, refusedEvents } from "./handlers.ts";
import { createHearing } from "./hearing.ts";
import { createLockstep } from "./lockstep.ts";
import { MODERATORS_ROOM, sessionRoom, userRoom } from "./rooms.ts";
import { createSocketTokens } from "./socket-tokens.ts";
import type { Workload } from "./workload.ts";

type Deps = {
  services: Services;
  limits: RateLimits;
  door: Door;
  entrance: Entrance;
  workload: Workload;
  /** How long an access token lives. */
  tokenLifeMs: number;
  clock: Clock;
  metrics: Metrics;
  tracer: Tracer;
  log: Log;
};

/** What a socket goes through between its handshake and its end. */
export const createConnection = (deps: Deps) => {
  const { services, door, workload, tokenLifeMs, clock, log } = deps;
  const hear = createHearing(deps);
  const tokens = createSocketTokens({ lifeMs: tokenLifeMs, clock });
  const handlers = createHandlers({ services, clock, hear, tokens });
  const bindEvents = createEventBinder({ ...deps, handlers, refused: refusedEvents });

  const greet = async (socket: Socket, { actor, handshake: { deviceId, cursors } }: Admitted): Promise<void> => {
    // Subscribed first, read second: what is stored in between comes twice rather than never.
    const own = [userRoom(actor.userId), sessionRoom(actor.sessionId)];
    if (isModerator(actor.role)) own.push(MODERATORS_ROOM);
    await socket.join(own);
    // Asked again after joining: a session that ended before that did not find this socket in its room.
    const [stillWelcome] = await Promise.all([services.sessions.actor(actor.sessionId), hear(socket, actor)]);
    if (!stillWelcome) throw fail("unauthenticated");
    const [status, answer, heldMessages] = await Promise.all([
      services.devices.connected(actor, deviceId),
      services.sync.changes(actor, cursors),
      services.held.count(actor),
    ]);
    socket.emit("session:ready", { userId: actor.userId, deviceId, status, heldMessages, ...answer });
  };

  const together = createLockstep();
  const welcome = async (socket: Socket, admitted: Admitted): Promise<void> => {
    await door.greeting(together(() => greet(socket, admitted)));
    // Who has been greeted keeps nobody from coming in.
    if (socket.connected) await services.presence.connected(admitted.actor);
  };

  const part = async ({ actor, deviceId, sendOrder }: SocketSession): Promise<void> => {
    sendOrder?.close();
    services.typing.gone(actor);
    await Promise.all([
      services.presence.disconnected(actor),
      services.devices.disconnected(actor, deviceId),
      services.sessions.touch(actor.sessionId),
    ]);
  };

  return (socket: Socket): void => {
    const admitted: Admitted = socket.data;
    const { actor, handshake, tokenExpiresAt } = admitted;
    forgetHandshake(socket);
    if (tokenExpiresAt) tokens.begin(socket, tokenExpiresAt);
    const session: SocketSession = { socket, actor, deviceId: handshake.deviceId, sendOrder: undefined };
    bindEvents(session);
    socket.once("disconnect", () => {
      tokens.end(socket);
      workload.during(part(session)).catch((error: unknown) => log.warn({ error }, "a farewell was cut short"));
    });
    welcome(socket, admitted).catch((error: unknown) => {
      // Without its greeting a socket hears nothing: the client is told why and comes back by itself.
      const failure = toWireError(asFailure(error, log));
      socket.emit(`error:${failure.code}`, failure);
      socket.disconnect(true);
    });
  };
};
