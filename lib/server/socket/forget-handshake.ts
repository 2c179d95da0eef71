import type { Socket } from "socket.io";
import type { Admitted } from "./admission.ts";

/** What stays of a handshake: who came in, and when, in milliseconds. */
export type Kept = Pick<Admitted, "actor"> & { since: number };

/**
 * Lets go of what somebody came in with: their headers and cookies, their token, and where they stood in each of their conversations.
 * A connection lives for hours, and nobody asks for it again.
 */
export const forgetHandshake = (socket: Socket): void => {
  const { actor }: Admitted = socket.data;
  const { request } = socket;
  socket.data = { actor, since: socket.handshake.issued } satisfies Kept;
  // The line itself keeps its first request, so it is that which is emptied.
  request.headers = {};
  request.rawHeaders = [];
  Object.assign(socket.conn, { request: undefined });
  Object.assign(socket, { handshake: undefined });
};
