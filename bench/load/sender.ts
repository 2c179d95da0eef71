import { setTimeout as delay } from "node:timers/promises";
import { v7 } from "uuid";
import { createLatencies } from "./latencies.ts";
import type { Requests, SendAnswer } from "./requests.ts";
import { drawText } from "./texts.ts";

/** The first part of a run is for compilers and caches. */
const WARM_UP = 0.25;
const SETTLE_MS = 3_000;

type Message = { id: string; text: string };
type Ways<One> = {
  seated: () => readonly One[];
  /** Says it where this one sits, and tells whether it was taken. */
  say: (one: One, message: Message, onAnswer: (ok: boolean) => void) => void;
};

/** Lets people who sit somewhere send, at random times or one after the other, and tells how late it was; whatever the line. */
export const createSender = <One>({ seated, say }: Ways<One>) => {
  /** Of each message on its way when it was meant to be sent; only of those that count. */
  const intended = new Map<string, number>();
  let deliveries = createLatencies();
  let acks = createLatencies();
  let tally = { sent: 0, acked: 0, refused: 0, expected: 0, delivered: 0 };

  const send = (one: One, at: number, counts: boolean, onAnswer: () => void = () => undefined): void => {
    const id = v7();
    if (counts) intended.set(id, at);
    tally.sent += 1;
    say(one, { id, text: drawText() }, (ok) => {
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

  return {
    /** To be told of each message that has come to somebody. */
    heard: (id: string): void => {
      tally.delivered += 1;
      const at = intended.get(id);
      if (at !== undefined) deliveries.record(performance.now() - at);
    },

    send: async ({ rate, seconds, receivers }: Requests["send"]["input"]): Promise<SendAnswer> => {
      begin();
      const start = performance.now();
      const end = start + seconds * 1_000;
      const countedFrom = start + seconds * 1_000 * WARM_UP;
      let due = start;
      while (due < end) {
        // Open loop: what was due is sent, however late it is and whatever has come back.
        for (const now = performance.now(); due <= now && due < end; due -= (Math.log(1 - Math.random()) * 1_000) / rate) {
          const one = seated()[Math.floor(Math.random() * seated().length)];
          if (one) send(one, due, due >= countedFrom);
          tally.expected += receivers;
        }
        // Waiting costs nothing of the cores that it shares with who is measured; a millisecond late counts as one.
        await delay(1);
      }
      await settle();
      return answer();
    },

    one: async ({ count }: Requests["one"]["input"]): Promise<SendAnswer> => {
      begin();
      for (let n = 0; n < count; n += 1) {
        const one = seated()[n % seated().length];
        if (one) await new Promise<void>((resolve) => send(one, performance.now(), n >= count * WARM_UP, resolve));
      }
      return answer();
    },
  };
};
