import type { Server as HttpServer, IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";

type Upgrades = {
  socketPath: string;
  /** Gets Next's own upgrades (hot reload); absent in production, where there are none. */
  next: HttpServer | undefined;
};

const REFUSAL = "HTTP/1.1 404 Not Found\r\nConnection: close\r\nContent-Length: 0\r\n\r\n";

const refuse = (socket: Duplex): void => {
  socket.on("error", () => socket.destroy());
  socket.end(REFUSAL, () => socket.destroy());
};

/**
 * Sends each upgrade where it belongs and answers the rest. An upgrade that nobody answers stays open for ever:
 * engine.io only ends those that came on a fresh connection.
 */
export const routeUpgrades = (server: HttpServer, { socketPath, next }: Upgrades): void => {
  server.on("upgrade", (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    const path = request.url ?? "";
    if (path.startsWith(`${socketPath}/`)) return;
    if (next && path.startsWith("/_next/")) next.emit("upgrade", request, socket, head);
    else refuse(socket);
  });
};
