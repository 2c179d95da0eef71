import type { Server } from "socket.io";
import type { EventPayload, ServerEventName } from "#lib/contract/events.ts";

/** Time for the last words to leave before the connection is cut. */
const FAREWELL_MS = 100;

/** Tells every socket of a room why, and closes it. `io.local` means those of this process. */
export const closeRoom = <Name extends ServerEventName>(
  io: Pick<Server, "in">,
  room: string,
  event: Name,
  payload: EventPayload<Name>,
): void => {
  io.in(room).emit(event, payload);
  setTimeout(() => io.in(room).disconnectSockets(true), FAREWELL_MS);
};
