import type { Socket } from "socket.io";
import type { Actor } from "#lib/domain/actor.ts";
import type { Services } from "../services.ts";
import type { Entrance } from "./entrance.ts";
import { joinRooms } from "./join-rooms.ts";
import { conversationRoom } from "./rooms.ts";

type Deps = { services: Pick<Services, "conversations">; entrance: Entrance };

/** Lets a socket hear every conversation that its person is in by now. */
export const createHearing =
  ({ services: { conversations }, entrance }: Deps) =>
  async (socket: Socket, actor: Actor): Promise<void> => {
    // From here on who lets this person in or shows them out reaches this socket too, and `arrival` what it has not joined yet.
    const arrival = entrance.arrive(actor.userId);
    try {
      const conversationIds = await conversations.activeIds(actor);
      await joinRooms(socket, arrival.past(conversationIds).map(conversationRoom));
    } finally {
      arrival.end();
    }
  };
export type Hearing = ReturnType<typeof createHearing>;
