import type { IncomingMessage } from "node:http";
import type { Server } from "socket.io";

type Next = (error?: Error) => void;

/**
 * Keeps a WebSocket with whom it began. Engine.IO moves any connection to a new WebSocket that names its id; only
 * long polling has a reason to move.
 */
export const refuseTakeOver = (io: Server): void => {
  const settled = new Set<string>();
  io.engine.on("connection", (connection) => {
    const { id } = connection;
    if (connection.transport.name === "websocket") settled.add(id);
    connection.on("upgrade", () => settled.add(id));
    connection.on("close", () => settled.delete(id));
  });
  io.engine.use((request: IncomingMessage, _response: unknown, next: Next) => {
    const sid = new URL(request.url ?? "", "http://localhost").searchParams.get("sid");
    const isTakeOver = request.headers.upgrade !== undefined && sid !== null && settled.has(sid);
    next(isTakeOver ? new Error("this connection is somebody's already") : undefined);
  });
};
