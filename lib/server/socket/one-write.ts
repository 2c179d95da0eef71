import type { Socket as TcpSocket } from "node:net";
import type { Server } from "socket.io";

type Transport = { name: string; socket?: { _socket?: TcpSocket | null }; send: (packets: unknown[]) => void };

// One for all: what each had for itself would be kept as long as its connection.
function sendTogether(this: Transport, packets: unknown[]): void {
  const line = packets.length > 1 ? this.socket?._socket : undefined;
  line?.cork();
  try {
    Object.getPrototypeOf(this).send.call(this, packets);
  } finally {
    line?.uncork();
  }
}

/**
 * Frames that have gathered for a connection leave it in one write. Engine.IO hands each to the system by itself, and that call is most of
 * what a small frame costs.
 */
export const writeTogether = (io: Server): void => {
  io.engine.on("connection", ({ transport }: { transport: Transport }) => {
    if (transport.name === "websocket") transport.send = sendTogether;
  });
};
