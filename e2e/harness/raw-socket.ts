import net from "node:net";
import { v7 } from "uuid";
import { frame, opcodes, takeFrames } from "./frames.ts";

const PATIENCE_MS = 5_000;
const WEBSOCKET_HEADERS = {
  connection: "Upgrade",
  upgrade: "websocket",
  "sec-websocket-version": "13",
  "sec-websocket-key": "dGhlIHNhbXBsZSBub25jZQ==",
};
export const ENGINE_PATH = "/socket.io/?EIO=4&transport=websocket";

/** The text of a request, with nothing of it put right. */
export const requestText = (target: string, host: string, headers: Record<string, string> = {}, method = "GET"): string =>
  `${[`${method} ${target} HTTP/1.1`, `host: ${host}`, ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`)].join("\r\n")}\r\n\r\n`;

export const upgradeText = (target: string, host: string, headers: Record<string, string> = {}): string =>
  requestText(target, host, { ...WEBSOCKET_HEADERS, ...headers });

/** A bare TCP connection to the server and everything that came over it. Nothing is thrown when the server cuts it. */
export const openWire = async (baseUrl: string) => {
  const { hostname, port, host } = new URL(baseUrl);
  const socket = net.connect({ host: hostname, port: Number(port) });
  let received = Buffer.alloc(0);
  const watchers = new Set<() => void>();
  const tell = (): void => {
    for (const look of watchers) look();
  };
  socket.on("data", (chunk) => {
    received = Buffer.concat([received, chunk]);
    tell();
  });
  let isOver = false;
  // A connection that is cut is what most of these tests are about.
  socket.on("error", () => undefined);
  socket.on("end", () => socket.end());
  const over = new Promise<void>((resolve) =>
    socket.on("close", () => {
      isOver = true;
      tell();
      resolve();
    }),
  );
  await new Promise<void>((resolve, reject) => socket.once("connect", resolve).once("error", reject));

  /** Resolves to the first thing that `find` makes of what has come, or to nothing once the connection is over or time is up. */
  const until = <Found>(find: () => Found | undefined, ms = PATIENCE_MS) =>
    new Promise<Found | undefined>((resolve) => {
      const finish = (found: Found | undefined): void => {
        clearTimeout(timer);
        watchers.delete(look);
        resolve(found);
      };
      const look = (): void => {
        const found = find();
        if (found !== undefined || isOver) finish(found);
      };
      const timer = setTimeout(() => finish(undefined), ms);
      watchers.add(look);
      look();
    });

  return {
    host,
    socket,
    writes: (bytes: Buffer | string): void => {
      if (!isOver) socket.write(bytes);
    },
    received: (): Buffer => received,
    forget: (bytes: number): void => {
      received = received.subarray(bytes);
    },
    isOver: (): boolean => isOver,
    until,
    /** Resolves to how long it took until the connection was over, in milliseconds, or to infinity when it was not in time. */
    endsWithin: async (ms = PATIENCE_MS): Promise<number> => {
      const startedAt = performance.now();
      const ended = await Promise.race([
        over.then(() => true),
        new Promise<false>((resolve) => setTimeout(() => resolve(false), ms)),
      ]);
      return ended ? performance.now() - startedAt : Number.POSITIVE_INFINITY;
    },
    leaves: (): void => {
      socket.destroy();
    },
  };
};

const HEAD_END = "\r\n\r\n";

/** Sends one request as it is. Resolves to the whole answer, which ends with the connection or when its length is there. */
export const exchange = async (
  baseUrl: string,
  text: string | Buffer,
): Promise<{ status: number; head: string; body: string }> => {
  const wire = await openWire(baseUrl);
  wire.writes(text);
  const isWhole = (): true | undefined => {
    const [head, ...rest] = wire.received().toString("latin1").split(HEAD_END);
    const length = /content-length: (\d+)/i.exec(head ?? "")?.[1];
    const body = rest.join(HEAD_END);
    return (length !== undefined && body.length >= Number(length)) || body.endsWith("0\r\n\r\n") ? true : undefined;
  };
  await wire.until(isWhole);
  wire.leaves();
  const answer = wire.received().toString("utf8");
  const [head = "", ...rest] = answer.split(HEAD_END);
  return { status: Number(/^HTTP\/1\.1 (\d+)/.exec(head)?.[1] ?? 0), head: head.toLowerCase(), body: rest.join(HEAD_END) };
};

type RawOptions = { target?: string; headers?: Record<string, string> };

/** A WebSocket that says exactly what it is told to say. By itself it answers only pings and a farewell. */
export const openRawSocket = async (baseUrl: string, { target = ENGINE_PATH, headers = {} }: RawOptions = {}) => {
  const wire = await openWire(baseUrl);
  const heard: string[] = [];
  wire.writes(upgradeText(target, wire.host, headers));
  const status = await wire.until(() => {
    const end = wire.received().indexOf(HEAD_END);
    if (end < 0) return undefined;
    const found = Number(/^HTTP\/1\.1 (\d+)/.exec(wire.received().toString("latin1"))?.[1]);
    wire.forget(end + HEAD_END.length);
    return found;
  });

  const read = (): void => {
    const { frames, rest } = takeFrames(wire.received());
    wire.forget(wire.received().length - rest.length);
    for (const { opcode, payload } of frames) {
      if (opcode === opcodes.close) wire.writes(frame(payload, { opcode: opcodes.close }));
      if (opcode !== opcodes.text) continue;
      heard.push(payload.toString("utf8"));
      if (payload.equals(Buffer.from("2"))) wire.writes(frame("3"));
    }
  };
  if (status === 101) wire.socket.on("data", read);
  read();

  return {
    ...wire,
    status,
    says: (text: string): void => wire.writes(frame(text)),
    /** Everything that was heard. */
    heard: (): string[] => {
      read();
      return heard;
    },
    /** Resolves to the first packet that begins so, or to nothing once the connection is over or time is up. */
    hears: (beginning: string, ms?: number): Promise<string | undefined> =>
      wire.until(() => {
        read();
        return heard.find((text) => text.startsWith(beginning));
      }, ms),
  };
};
export type RawSocket = Awaited<ReturnType<typeof openRawSocket>>;

/** The packet that asks to be let in. */
export const connectPacket = (token: string, extra: object = {}): string =>
  `40${JSON.stringify({ token, deviceId: v7(), ...extra })}`;

/** A raw socket that has been let in and greeted. */
export const openRawDevice = async (baseUrl: string, token: string): Promise<RawSocket> => {
  const raw = await openRawSocket(baseUrl);
  raw.says(connectPacket(token));
  const ready = await raw.hears('42["session:ready"');
  if (ready === undefined) throw new Error(`a raw socket was not let in: ${raw.heard().join(" ").slice(0, 300)}`);
  return raw;
};
