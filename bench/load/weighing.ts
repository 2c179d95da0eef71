import http from "node:http";
import type { Socket } from "socket.io-client";
import { v7 } from "uuid";
import { weighFrames } from "./frame-scale.ts";
import { createLatencies } from "./latencies.ts";
import type { Asked, Deed, Requests, Weight } from "./requests.ts";
import { sitDown } from "./sockets.ts";
import { drawText } from "./texts.ts";

/** Who waits for longer has met a mistake. */
const PATIENCE_MS = 20_000;

/** Does the same thing again and again for somebody with many conversations, and weighs what comes of it. */
export const createWeighing = () => {
  let input: Requests["settle"]["input"] | undefined;
  let weights: Record<string, Weight> = {};
  let answering = "";
  let speaker: Socket | undefined;
  let busy: Socket | undefined;

  const add = (kind: string, { line, text }: Omit<Weight, "frames">): void => {
    const held = weights[kind] ?? { frames: 0, line: 0, text: 0 };
    weights[kind] = { frames: held.frames + 1, line: held.line + line, text: held.text + text };
  };
  const seat = (asked: Asked, { of = "", cursors = {} }: { of?: string; cursors?: Record<string, number> } = {}) =>
    sitDown(asked.url, asked.seat, { deviceId: v7(), cursors }, (socket) =>
      weighFrames(socket, (kind, weight) => add(kind === "answer" ? answering : `${kind}${of}`, weight)),
    ).then(({ socket }) => socket);

  const inputOf = () => {
    if (!input) throw new Error("nobody has sat down");
    return input;
  };
  const ask = (socket: Socket | undefined, event: string, payload: object): Promise<unknown> => {
    answering = `answer to ${event}`;
    return socket?.timeout(PATIENCE_MS).emitWithAck(event, payload) ?? Promise.reject(new Error("nobody has sat down"));
  };
  const get = (path: string, encoding: string): Promise<void> =>
    new Promise((resolve, reject) => {
      const { url, busy: who } = inputOf();
      const headers = { authorization: `Bearer ${who.auth.token}`, "accept-encoding": encoding };
      http
        .get(`${url}${path}`, { headers, agent }, (response) => {
          let line = 0;
          response.on("data", (chunk: Buffer) => {
            line += chunk.length;
          });
          response.once("end", () => {
            add(`${path.split("?")[0]?.replace(/[0-9a-f-]{36}/, "…")} ${response.headers["content-encoding"] ?? "plain"}`, {
              line,
              text: line,
            });
            if (response.statusCode === 200) resolve();
            else reject(new Error(`${path} is answered by ${response.statusCode}`));
          });
        })
        .once("error", reject);
    });
  const greet = async (of: string, cursors: Record<string, number>): Promise<void> => {
    const { url, busy: who } = inputOf();
    (await seat({ url, seat: who }, { of, cursors })).disconnect();
  };

  const deeds: Record<Deed, () => Promise<unknown>> = {
    send: () => ask(speaker, "message:send", { conversationId: inputOf().pair[0].room, messageId: v7(), content: drawText() }),
    "greeting, 50 cursors": () => greet(", 50 cursors", inputOf().held),
    "greeting, none": () => greet(", none", {}),
    sync: () => ask(busy, "session:sync", { cursors: inputOf().missed }),
    "page, plain": () => get(inputOf().page, "identity"),
    "page, packed": () => get(inputOf().page, "gzip, deflate, br"),
    "list, plain": () => get("/api/conversations?limit=50", "identity"),
    "list, packed": () => get("/api/conversations?limit=50", "gzip, deflate, br"),
  };

  return {
    settle: async (given: Requests["settle"]["input"]): Promise<object> => {
      input = given;
      const { url, pair, busy: who, held } = given;
      speaker = await seat({ url, seat: pair[0] });
      await seat({ url, seat: pair[1] });
      busy = await seat({ url, seat: who }, { cursors: held });
      return {};
    },
    repeat: async ({ deed, count }: Requests["repeat"]["input"]): Promise<Requests["repeat"]["answer"]> => {
      weights = {};
      const times = createLatencies();
      for (let n = 0; n < count; n += 1) {
        const start = performance.now();
        await deeds[deed]();
        times.record(performance.now() - start);
      }
      return { ms: times.quantiles().p50, weights };
    },
  };
};

const agent = new http.Agent({ keepAlive: true });
