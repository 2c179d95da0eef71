import { setTimeout as delay } from "node:timers/promises";
import { v7 } from "uuid";
import { backoffMs } from "#lib/client/backoff.ts";
import { createCrowd } from "./crowd.ts";
import { createLatencies } from "./latencies.ts";
import type { RequestName, Requests, SendAnswer } from "./requests.ts";
import { type Seated, seatAll, sitDown } from "./sockets.ts";
import { drawText } from "./texts.ts";
import { createWeighing } from "./weighing.ts";

/** The process that makes the load: it is asked over IPC and answers there. */

/** The first part of a run is for compilers and caches. */
const WARM_UP = 0.25;
const SETTLE_MS = 3_000;

let url = "";
let seated: Seated[] = [];

/** Of each message on its way when it was meant to be sent; only of those that count. */
const intended = new Map<string, number>();
let deliveries = createLatencies();
let acks = createLatencies();
let tally = { sent: 0, acked: 0, refused: 0, expected: 0, delivered: 0 };

const listen = ({ socket }: Seated): void => {
  socket.on("message:received", ({ messageId }: { messageId: string }) => {
    tally.delivered += 1;
    const at = intended.get(messageId);
    if (at !== undefined) deliveries.record(performance.now() - at);
  });
};

const say = ({ socket, seat }: Seated, at: number, counts: boolean, onAnswer: () => void = () => undefined): void => {
  const messageId = v7();
  if (counts) intended.set(messageId, at);
  tally.sent += 1;
  socket.emit("message:send", { conversationId: seat.room, messageId, content: drawText() }, ({ ok }: { ok: boolean }): void => {
    if (ok) tally.acked += 1;
    else tally.refused += 1;
    if (counts && ok) acks.record(performance.now() - at);
    onAnswer();
  });
};

const begin = (): void => {
  intended.clear();
  deliveries = createLatencies();
  acks = createLatencies();
  tally = { sent: 0, acked: 0, refused: 0, expected: 0, delivered: 0 };
};

const answer = (): SendAnswer => ({ ...tally, delivery: deliveries.quantiles(), ack: acks.quantiles() });

/** Until everything has come, or nothing more does. */
const settle = async (): Promise<void> => {
  const until = performance.now() + SETTLE_MS;
  while (performance.now() < until && (tally.delivered < tally.expected || tally.acked + tally.refused < tally.sent))
    await delay(5);
};

const handlers: { [Name in RequestName]: (input: Requests[Name]["input"]) => Promise<Requests[Name]["answer"]> } = {
  connect: async (input) => {
    const { seated: taken, answer: result } = await seatAll(input.url, input.seats, input.atOnce);
    url = input.url;
    seated = taken;
    for (const one of taken) listen(one);
    return result;
  },

  send: async ({ rate, seconds, receivers }) => {
    begin();
    const start = performance.now();
    const end = start + seconds * 1_000;
    const countedFrom = start + seconds * 1_000 * WARM_UP;
    let due = start;
    while (due < end) {
      // Open loop: what was due is sent, however late it is and whatever has come back.
      for (const now = performance.now(); due <= now && due < end; due -= (Math.log(1 - Math.random()) * 1_000) / rate) {
        const one = seated[Math.floor(Math.random() * seated.length)];
        if (one) say(one, due, due >= countedFrom);
        tally.expected += receivers;
      }
      // Waiting costs nothing of the cores that it shares with who is measured; a millisecond late counts as one.
      await delay(1);
    }
    await settle();
    return answer();
  },

  one: async ({ count }) => {
    begin();
    for (let n = 0; n < count; n += 1) {
      const one = seated[n % seated.length];
      if (one) await new Promise<void>((resolve) => say(one, performance.now(), n >= count * WARM_UP, resolve));
    }
    return answer();
  },

  storm: async ({ seconds }) => {
    const cut = seated;
    const start = performance.now();
    const times: number[] = [];
    let refusals = 0;
    // The lines end, and nobody has said goodbye.
    for (const { socket } of cut) socket.io.engine.close();
    seated = [];
    const comeBack = async ({ seat, client }: Seated): Promise<void> => {
      // As the product's client does.
      await delay(backoffMs(0));
      const { refusals: turnedAway, ...back } = await sitDown(url, seat, client);
      refusals += turnedAway;
      times.push((performance.now() - start) / 1_000);
      seated.push(back);
    };
    await Promise.race([Promise.all(cut.map(comeBack)), delay(seconds * 1_000)]);
    times.sort((one, other) => one - other);
    const share = (part: number): number => times[Math.ceil(cut.length * part) - 1] ?? seconds;
    return { share95: share(0.95), all: share(1), back: times.length, refusals };
  },

  ...createWeighing(),
  ...createCrowd(),

  leave: async () => {
    for (const { socket } of seated) socket.disconnect();
    seated = [];
    await delay(300);
    return {};
  },
};

process.on("message", ({ name, input }: { name: RequestName; input: never }) => {
  handlers[name](input).then(
    (result) => process.send?.({ answer: result }),
    (error: unknown) => process.send?.({ error: String(error) }),
  );
});
