import type { Server } from "socket.io";
import type { EventPayload, ServerEventName } from "#lib/contract/events.ts";
import type { Admitted } from "./admission.ts";
import { closeRoom } from "./close-room.ts";

/** The sockets of this process, for who has to end some of them. */
export const createLiveSockets = (io: Server) => ({
  idsIn: (room: string): string[] => [...(io.sockets.adapter.rooms.get(room) ?? [])],

  /** The role that a socket's person had when it was admitted. */
  roleOf: (socketId: string): string | undefined => {
    const admitted: Partial<Admitted> | undefined = io.sockets.sockets.get(socketId)?.data;
    return admitted?.actor?.role;
  },

  /** Takes those of the room `from` out of another one. */
  expel: (from: string, room: string): void => io.local.in(from).socketsLeave(room),

  /** A socket is a room of its own too. */
  close: <Name extends ServerEventName>(room: string, event: Name, payload: EventPayload<Name>): void =>
    closeRoom(io.local, room, event, payload),
});
export type LiveSockets = ReturnType<typeof createLiveSockets>;
