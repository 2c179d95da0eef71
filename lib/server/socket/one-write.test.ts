import { EventEmitter } from "node:events";
import { Writable } from "node:stream";
import type { Server } from "socket.io";
import { expect, test } from "vitest";
import { writeTogether } from "./one-write.ts";

/** A connection as Engine.IO has it, over a line that notes what is written in one go. */
const connects = (name: string) => {
  const writes: string[][] = [];
  const line = new Writable({
    decodeStrings: false,
    write: (chunk, _, done) => {
      writes.push([String(chunk)]);
      done();
    },
    writev: (chunks, done) => {
      writes.push(chunks.map(({ chunk }) => String(chunk)));
      done();
    },
  });
  class Transport {
    name = name;
    socket = { _socket: line };
    send(packets: string[]): void {
      for (const packet of packets) line.write(packet);
      if (packets.includes("broken")) throw new Error("broken");
    }
  }
  const engine = new EventEmitter();
  writeTogether({ engine } as unknown as Server);
  const transport = new Transport();
  engine.emit("connection", { transport });
  return { transport, writes };
};

test("what has gathered leaves in one write, in its order; one frame as it always did", () => {
  const { transport, writes } = connects("websocket");
  transport.send(["one", "two", "three"]);
  transport.send(["four"]);
  expect(writes).toEqual([["one", "two", "three"], ["four"]]);
});

test("a frame that cannot be written keeps nothing back that was", () => {
  const { transport, writes } = connects("websocket");
  expect(() => transport.send(["one", "broken"])).toThrow("broken");
  transport.send(["two"]);
  expect(writes.flat()).toEqual(["one", "broken", "two"]);
});

test("long polling has no line of its own", () => {
  const { transport, writes } = connects("polling");
  transport.send(["one", "two"]);
  expect(writes).toEqual([["one"], ["two"]]);
});
