import type { Socket } from "socket.io";
import { isModerator } from "#lib/domain/accounts/moderator.policy.ts";
import type { Actor } from "#lib/domain/actor.ts";
import { fail, toWireError } from "#lib/domain/fail.ts";
import type { Clock, Log, Metrics, RateLimits, Tracer } from "#lib/domain/ports.ts";
import { asFailure } from "../failures.ts";
import type { Services } from "../services.ts";
import type { Admitted } from "./admission.ts";
import { bindEvents, type Handlers, type SocketSession } from "./bind-events.ts";
import type { Door } from "./door.ts";
import type { Entrance } from "./entrance.ts";
import { refusedEvents } from "./handlers.ts";
import { createListingWatches } from "./listing-watches.ts";
import { conversationRoom, DESK_ROOM, deviceRoom, MODERATORS_ROOM, sessionRoom, userRoom } from "./rooms.ts";
import { createSendOrder } from "./send-order.ts";
import { createTokenLife } from "./token-life.ts";
import type { Workload } from "./workload.ts";

type Deps = {
  services: Services;
  handlers: Handlers;
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
  const { services, handlers, limits, door, entrance, workload, tokenLifeMs, clock, metrics, tracer, log } = deps;

  /** Lets a socket hear what its person is in by now. */
  const hearConversations = async (socket: Socket, actor: Actor): Promise<void> => {
    // From here on who lets this person in or shows them out reaches this socket too, and `arrival` what it has not joined yet.
    const arrival = entrance.arrive(actor.userId);
    try {
      const conversationIds = await services.conversations.activeIds(actor);
      if (socket.connected) await socket.join(arrival.past(conversationIds).map(conversationRoom));
    } finally {
      arrival.end();
    }
  };

  const greet = async (socket: Socket, { actor, handshake: { deviceId, cursors } }: Admitted): Promise<void> => {
    // Subscribed first, read second: what is stored in between comes twice rather than never.
    const own = [userRoom(actor.userId), deviceRoom(actor.userId, deviceId), sessionRoom(actor.sessionId)];
    if (isModerator(actor.role)) own.push(MODERATORS_ROOM);
    await socket.join(own);
    await hearConversations(socket, actor);
    // Asked again after joining: a session that ended meanwhile did not find this socket in its room.
    if (!(await services.sessions.actor(actor.sessionId))) throw fail("unauthenticated");
    const [status, answer, heldMessages] = await Promise.all([
      services.devices.connected(actor, deviceId),
      services.sync.changes(actor, cursors),
      services.held.count(actor),
    ]);
    socket.emit("session:ready", { userId: actor.userId, deviceId, status, heldMessages, ...answer });
    if (socket.connected) await services.presence.connected(actor);
  };

  const part = async ({ actor, deviceId, sendOrder }: SocketSession): Promise<void> => {
    sendOrder.close();
    services.typing.gone(actor);
    await Promise.all([
      services.presence.disconnected(actor),
      services.devices.disconnected(actor, deviceId),
      services.sessions.touch(actor.sessionId),
    ]);
  };

  const watchToken = (socket: Socket) =>
    createTokenLife({
      lifeMs: tokenLifeMs,
      clock,
      onExpiring: (expiresAt) => socket.emit("session:expiring", { expiresAt: expiresAt.toISOString() }),
      onExpired: () => {
        socket.emit("session:revoked", { reason: "expired" });
        socket.disconnect(true);
      },
    });

  return (socket: Socket): void => {
    const admitted: Admitted = socket.data;
    const { actor, handshake, tokenExpiresAt } = admitted;
    const tokenLife = watchToken(socket);
    if (tokenExpiresAt) tokenLife.begin(tokenExpiresAt);
    const emit: Socket["emit"] = (event, ...args) => socket.emit(event, ...args);
    const renew: SocketSession["renew"] = async (fresh) => {
      if (!tokenExpiresAt) throw fail("conflict", { message: "This connection lives as long as its cookie's session." });
      await socket.join(sessionRoom(fresh.actor.sessionId));
      const { sessionId } = session.actor;
      if (sessionId !== fresh.actor.sessionId) await socket.leave(sessionRoom(sessionId));
      session.actor = { ...session.actor, sessionId: fresh.actor.sessionId };
      tokenLife.begin(fresh.expiresAt);
    };
    const watches = createListingWatches(socket);
    const desk = { begin: async () => socket.join(DESK_ROOM), end: async () => socket.leave(DESK_ROOM) };
    const { deviceId } = handshake;
    const hearAll = () => hearConversations(socket, session.actor);
    const session: SocketSession = { actor, hearAll, deviceId, sendOrder: createSendOrder(), emit, watches, desk, renew };
    bindEvents({ socket, session, handlers, refused: refusedEvents, limits, workload, metrics, tracer, log });
    socket.once("disconnect", () => {
      tokenLife.clear();
      workload.during(part(session)).catch((error: unknown) => log.warn({ error }, "a farewell was cut short"));
    });
    door.handshakes.during(greet(socket, admitted)).catch((error: unknown) => {
      // Without its greeting a socket hears nothing: the client is told why and comes back by itself.
      const failure = toWireError(asFailure(error, log));
      socket.emit(`error:${failure.code}`, failure);
      socket.disconnect(true);
    });
  };
};
