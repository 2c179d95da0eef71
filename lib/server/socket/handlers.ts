import * as z from "zod";
import { Id } from "#lib/contract/primitives.ts";
import { fail } from "#lib/domain/fail.ts";
import type { Clock } from "#lib/domain/ports.ts";
import type { Services } from "../services.ts";
import type { Handlers, Refused, SocketSession } from "./bind-events.ts";
import type { Hearing } from "./hearing.ts";
import { joinRooms } from "./join-rooms.ts";
import { unwatchListing, watchListing } from "./listing-watches.ts";
import { DESK_ROOM } from "./rooms.ts";
import { createSendOrder, type SendOrder } from "./send-order.ts";
import type { SocketTokens } from "./socket-tokens.ts";

type Deps = { services: Services; clock: Clock; hear: Hearing; tokens: SocketTokens };

const orderOf = (session: SocketSession): SendOrder => {
  session.sendOrder ??= createSendOrder();
  return session.sendOrder;
};

/** Every event's sentence. */
export const createHandlers = ({ services, clock, hear, tokens }: Deps): Handlers => {
  const { messages, changes, receipts, typing, presence, blocks, mutes, listings, sync, sessions, pulse } = services;
  return {
    "message:send": (session, input) =>
      new Promise((resolve, reject) => {
        const { actor } = session;
        const send = () => messages.send(actor, input).then(resolve, reject);
        orderOf(session).arrive(input.conversationId, input.clientSequence, send);
        typing.sent(actor, input.conversationId);
      }),
    "message:edit": ({ actor }, input) => changes.edit(actor, input),
    "message:delete": ({ actor }, input) => changes.remove(actor, input),
    "message:react": ({ actor }, input) => changes.react(actor, input),
    "message:ack": ({ actor }, input) => receipts.delivered(actor, input),
    "message:read": ({ actor }, input) => receipts.read(actor, input),
    "typing:start": ({ actor }, input) => typing.start(actor, input),
    "typing:stop": ({ actor }, input) => typing.stop(actor, input),
    "presence:update": ({ actor }, input) => presence.update(actor, input),
    "presence:get": ({ actor }, { userIds }) => presence.get(actor, userIds),
    "block:user": ({ actor }, input) => blocks.block(actor, input),
    "unblock:user": ({ actor }, input) => blocks.unblock(actor, input),
    "mute:conversation": ({ actor }, input) => mutes.mute(actor, input),
    "unmute:conversation": ({ actor }, input) => mutes.unmute(actor, input),
    "listing:watch": async ({ socket }, { listingId }) => {
      // Joined first, read second: a change in between is heard twice rather than never.
      await watchListing(socket, listingId);
      return listings.rooms(listingId).catch(async (error: unknown) => {
        await unwatchListing(socket, listingId);
        throw error;
      });
    },
    "listing:unwatch": async ({ socket }, { listingId }) => {
      await unwatchListing(socket, listingId);
      return { rooms: [] };
    },
    "operations:watch": async ({ actor, socket }) => {
      const now = await sessions.actor(actor.sessionId);
      if (!now) throw fail("unauthenticated");
      return pulse.watch(now, () => joinRooms(socket, [DESK_ROOM]));
    },
    "operations:unwatch": async ({ socket }) => {
      await socket.leave(DESK_ROOM);
      return {};
    },
    "session:sync": async ({ actor, socket }, { cursors }) => {
      // The word that let them in somewhere may have been lost.
      await hear(socket, actor);
      return sync.changes(actor, cursors);
    },
    "session:refresh": async (session, { token }) => {
      const fresh = await sessions.ofToken(token);
      if (fresh?.actor.userId !== session.actor.userId) throw fail("unauthenticated");
      await tokens.renew(session, fresh);
      return { expiresAt: fresh.expiresAt.toISOString() };
    },
    "session:check": ({ actor }, input) => sync.check(actor, input),
    "socket:ping": async ({ socket }) => {
      const serverTime = clock().toISOString();
      socket.emit("socket:pong", { serverTime });
      return { serverTime };
    },
  };
};

/** Where a message wanted to stand, whatever else is wrong with it. */
const Place = z.object({ conversationId: Id, clientSequence: z.int().min(1) });

/** A refused message counts as arrived: those that were written after it must not wait for it. */
export const refusedEvents: Refused = {
  "message:send": (session, payload) => {
    const place = Place.safeParse(payload);
    if (place.success) orderOf(session).arrive(place.data.conversationId, place.data.clientSequence, () => undefined);
  },
};
