import type { Socket } from "socket.io";

/** Lets a connection hear of these rooms. Socket.IO lets one in that is gone by now, and nobody takes that one out again. */
export const joinRooms = async (socket: Pick<Socket, "connected" | "join">, rooms: string[]): Promise<void> => {
  if (socket.connected) await socket.join(rooms);
};
