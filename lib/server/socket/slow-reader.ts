import type { Server } from "socket.io";

const MAX_QUEUED_PACKETS = 256;
/** A mebibyte: a string takes up to two bytes for each. */
const MAX_QUEUED_CHARACTERS = 512 * 1024;

type Connection = { writeBuffer: { data?: unknown }[] };
type Transport = { socket?: { terminate?: () => void } };

const charactersIn = ({ writeBuffer }: Connection): number =>
  writeBuffer.reduce((sum, { data }) => sum + (typeof data === "string" ? data.length : 0), 0);

const takesNothingIn = (connection: Connection): boolean =>
  connection.writeBuffer.length > MAX_QUEUED_PACKETS || charactersIn(connection) > MAX_QUEUED_CHARACTERS;

/**
 * Cuts a connection that takes nothing in. Engine.IO keeps one for ever as long as it answers pings, and keeps all
 * that is meant for it in memory (reliability.md, fact 7). What is under way does not count, so that a slow line may
 * take its time for one large answer; what waits behind it does. Whoever is cut syncs on return.
 */
export const cutSlowReaders = (io: Server): void => {
  io.engine.on("connection", (connection) => {
    connection.on("packetCreate", () => {
      if (!takesNothingIn(connection)) return;
      const transport: Transport = connection.transport;
      connection.close(true);
      transport.socket?.terminate?.();
    });
  });
};
