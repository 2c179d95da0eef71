import type { IncomingMessage } from "node:http";
import type { Server } from "socket.io";

type Next = (error?: Error) => void;
type Clients = { clients: Record<string, { transport: { name: string } }> };

/**
 * Keeps a WebSocket with whom it began. Engine.IO moves any connection to a new WebSocket that names its id; only
 * long polling has a reason to move.
 */
export const refuseTakeOver = (io: Server): void => {
  const { clients } = io.engine as unknown as Clients;
  io.engine.use((request: IncomingMessage, _response: unknown, next: Next) => {
    const sid = new URL(request.url ?? "", "http://localhost").searchParams.get("sid") ?? "";
    const known = Object.hasOwn(clients, sid) ? clients[sid] : undefined;
    const isTakeOver = request.headers.upgrade !== undefined && known?.transport.name === "websocket";
    next(isTakeOver ? new Error("this connection is somebody's already") : undefined);
  });
};
