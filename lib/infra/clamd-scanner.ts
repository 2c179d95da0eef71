import net from "node:net";
import { fail } from "#lib/domain/fail.ts";
import type { FileScanner } from "#lib/domain/ports.ts";

const CONNECT_MS = 2_000;
const PATIENCE_MS = 30_000;
const CHUNK_BYTES = 64 * 1024;
const DEFAULT_PORT = 3_310;
/** All that it says is a line or two. */
const ANSWER_CHARACTERS = 1_000;

const lengthOf = (bytes: number): Buffer => {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bytes);
  return length;
};

function* messageOf(bytes: Uint8Array): Generator<Uint8Array> {
  yield Buffer.from("zINSTREAM\0");
  for (let at = 0; at < bytes.length; at += CHUNK_BYTES) {
    const chunk = bytes.subarray(at, at + CHUNK_BYTES);
    yield lengthOf(chunk.length);
    yield chunk;
  }
  yield lengthOf(0);
}

/** What clamd answers to a file. @throws {Error} when it does not */
const ask = (host: string, port: number, bytes: Uint8Array): Promise<string> =>
  new Promise((resolve, reject) => {
    const socket = net.connect({ host, port, timeout: CONNECT_MS });
    let answer = "";
    const end = (error: Error): void => {
      socket.destroy();
      reject(error);
    };
    socket.on("connect", () => {
      socket.setTimeout(PATIENCE_MS);
      for (const part of messageOf(bytes)) socket.write(part);
    });
    socket.on("data", (chunk) => {
      answer += chunk.toString("latin1");
      if (answer.includes("\0") || answer.length > ANSWER_CHARACTERS) socket.end();
    });
    socket.on("timeout", () => end(new Error("no answer in time")));
    socket.on("error", end);
    socket.on("close", () => resolve(answer));
  });

/** Lets ClamAV look, by its INSTREAM over TCP, as at `tcp://host:3310`. What nobody has looked at is not taken. */
export const createClamdScanner = (url: string): FileScanner => {
  const { hostname, port } = new URL(url);
  return {
    isClean: async (bytes) => {
      const answer = await ask(hostname, Number(port) || DEFAULT_PORT, bytes).catch((cause: unknown) => {
        throw fail("unavailable", { message: "Files cannot be checked at the moment. Try again.", cause });
      });
      if (/^stream: OK\0/.test(answer)) return true;
      if (/^stream: .+ FOUND\0/.test(answer)) return false;
      throw fail("unavailable", { message: "Files cannot be checked at the moment. Try again.", cause: new Error("no verdict") });
    },
  };
};
