import * as z from "zod";
import { Id } from "#lib/contract/primitives.ts";
import { fail } from "#lib/domain/fail.ts";
import type { Clock } from "#lib/domain/ports.ts";
import type { Services } from "../services.ts";
import type { Handlers, Refused } from "./bind-events.ts";

/** Every event's sentence. */
export const createHandlers = (services: Services, clock: Clock): Handlers => {
  const { messages, changes, receipts, typing, presence, blocks, mutes, listings, sync, sessions, pulse } = services;
  return {
    "message:send": ({ actor, sendOrder }, input) =>
      new Promise((resolve, reject) => {
        sendOrder.arrive(input.conversationId, input.clientSequence, () => messages.send(actor, input).then(resolve, reject));
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
    "listing:watch": async ({ watches }, { listingId }) => {
      // Joined first, read second: a change in between is heard twice rather than never.
      await watches.begin(listingId);
      return listings.rooms(listingId).catch(async (error: unknown) => {
        await watches.end(listingId);
        throw error;
      });
    },
    "listing:unwatch": async ({ watches }, { listingId }) => {
      await watches.end(listingId);
      return { rooms: [] };
    },
    "operations:watch": async ({ actor, desk }) => {
      const now = await sessions.actor(actor.sessionId);
      if (!now) throw fail("unauthenticated");
      return pulse.watch(now, desk.begin);
    },
    "operations:unwatch": async ({ desk }) => {
      await desk.end();
      return {};
    },
    "session:sync": async ({ actor, hearAll }, { cursors }) => {
      await hearAll();
      return sync.changes(actor, cursors);
    },
    "session:refresh": async ({ actor, renew }, { token }) => {
      const fresh = await sessions.ofToken(token);
      if (fresh?.actor.userId !== actor.userId) throw fail("unauthenticated");
      await renew(fresh);
      return { expiresAt: fresh.expiresAt.toISOString() };
    },
    "session:check": ({ actor }, input) => sync.check(actor, input),
    "socket:ping": async ({ emit }) => {
      const serverTime = clock().toISOString();
      emit("socket:pong", { serverTime });
      return { serverTime };
    },
  };
};

/** Where a message wanted to stand, whatever else is wrong with it. */
const Place = z.object({ conversationId: Id, clientSequence: z.int().min(1) });

/** A refused message counts as arrived: those that were written after it must not wait for it. */
export const refusedEvents: Refused = {
  "message:send": ({ sendOrder }, payload) => {
    const place = Place.safeParse(payload);
    if (place.success) sendOrder.arrive(place.data.conversationId, place.data.clientSequence, () => undefined);
  },
};
