import type { Socket as TcpSocket } from "node:net";
import type { Socket } from "socket.io-client";
import { opcodes, takeFrames } from "../../e2e/harness/frames.ts";
import type { Weight } from "./requests.ts";

/** The `ws` under a client of Node's. */
type Line = {
  _socket: TcpSocket;
  on(event: "open", heard: () => void): void;
  on(event: "message", heard: (text: Buffer) => void): void;
};

const headOf = ({ length }: Buffer): number => (length < 126 ? 2 : length < 65_536 ? 4 : 10);

/** What a packet of Socket.IO is about: the name of its event, or `answer`. */
const kindOf = (text: string): string => /^42\["([^"]+)"/.exec(text)?.[1] ?? (text.startsWith("43") ? "answer" : "other");

/** Weighs each frame that comes to a socket, as it is on the line and unpacked. To be called before the socket has connected. */
export const weighFrames = (socket: Socket, onFrame: (kind: string, weight: Omit<Weight, "frames">) => void): void => {
  const { ws } = socket.io.engine.transport as unknown as { ws: Line };
  let bytes: Buffer = Buffer.alloc(0);
  const sizes: number[] = [];
  // Not before: what came with the answer to the handshake goes to whoever listens first. And ahead of who unpacks it.
  ws.on("open", () => {
    ws._socket.prependListener("data", (chunk: Buffer) => {
      const { frames, rest } = takeFrames(Buffer.concat([bytes, chunk]));
      bytes = rest;
      for (const { opcode, payload } of frames) if (opcode === opcodes.text) sizes.push(payload.length + headOf(payload));
    });
  });
  // Frames are unpacked in their order.
  ws.on("message", (text) => onFrame(kindOf(text.toString()), { line: sizes.shift() ?? Number.NaN, text: text.length }));
};
