import type { Server } from "socket.io";

type Transport = { socket?: { terminate?: () => void } };

/**
 * Ends the line below a connection that has stopped answering. A WebSocket that is closed politely waits half a minute for
 * an answer, which a line that is dead one way never brings, and as long the other side does not learn of it.
 */
export const endSilentLines = (io: Server): void => {
  io.engine.on("connection", (connection) => {
    connection.on("close", (reason: string) => {
      if (reason !== "ping timeout") return;
      const transport: Transport = connection.transport;
      transport.socket?.terminate?.();
    });
  });
};
