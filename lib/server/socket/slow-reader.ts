import type { Server } from "socket.io";

const MAX_QUEUED_PACKETS = 256;
const MAX_BUFFERED_BYTES = 1024 * 1024;

type Transport = { socket?: { bufferedAmount?: number; terminate?: () => void } };

const bufferedBytes = (transport: Transport): number => transport.socket?.bufferedAmount ?? 0;

/**
 * Cuts a connection that takes nothing in. Engine.IO keeps one for ever as long as it answers pings, and keeps all
 * that is meant for it in memory (reliability.md, fact 7). Whoever is cut syncs on return.
 */
export const cutSlowReaders = (io: Server): void => {
  io.engine.on("connection", (connection) => {
    connection.on("packetCreate", () => {
      const transport: Transport = connection.transport;
      if (connection.writeBuffer.length <= MAX_QUEUED_PACKETS && bufferedBytes(transport) <= MAX_BUFFERED_BYTES) return;
      connection.close(true);
      transport.socket?.terminate?.();
    });
  });
};
