import { setTimeout as delay } from "node:timers/promises";
import { v7 } from "uuid";
import { createReceipts } from "#lib/client/receipts.ts";
import type { Requests, Scene, Seat } from "./requests.ts";
import { type Seated, sitDown } from "./sockets.ts";
import { drawText } from "./texts.ts";

/** Nothing more comes once nothing has come for so long. */
const QUIET_MS = 5_000;
const COMING_MS = 10_000;
const READING_MS = 2_000;
const TALKS = 10;
const TALK_EACH_MS = 1_000;
/** As the product's client says again that somebody types. */
const TYPING_EACH_MS = 3_000;

/** People in one group, who behave as the product's client does; counts what each event brings to all of them. */
export const createCrowd = () => {
  let frames: Record<string, number> = {};
  let heardAt = 0;
  let people: (Seated & { receipts: ReturnType<typeof createReceipts> })[] = [];
  /** How long after a message came somebody reads it; nothing: not at all. */
  let readsAfter: (index: number) => number | undefined = () => undefined;

  const come = async (url: string, seat: Seat, index: number): Promise<void> => {
    const seated = await sitDown(url, seat, undefined, (socket) =>
      socket.onAny((event: string) => {
        frames[event] = (frames[event] ?? 0) + 1;
        heardAt = performance.now();
      }),
    );
    const { socket } = seated;
    const receipts = createReceipts({
      tellDelivered: (mark) => socket.emitWithAck("message:ack", mark),
      tellRead: (mark) => socket.emitWithAck("message:read", mark),
      onRead: () => undefined,
    });
    socket.on("message:received", ({ conversationId, seq }: { conversationId: string; seq: number }) => {
      receipts.delivered(conversationId, seq);
      const ms = readsAfter(index);
      if (ms !== undefined) setTimeout(() => receipts.read(conversationId, seq), ms);
    });
    people.push({ ...seated, receipts });
  };

  const say = (): void => {
    const one = people[Math.floor(Math.random() * people.length)];
    one?.socket.emit("message:send", { conversationId: one.seat.room, messageId: v7(), content: drawText() }, () => undefined);
  };

  const scenes: Record<Scene, () => Promise<void>> = {
    "one message, read by all within 2 s": async () => {
      readsAfter = () => Math.random() * READING_MS;
      say();
      await delay(READING_MS);
    },
    "ten messages in 10 s, half read on sight": async () => {
      readsAfter = (index) => (index % 2 === 0 ? 0 : undefined);
      for (let n = 0; n < TALKS; n += 1) {
        say();
        await delay(TALK_EACH_MS);
      }
    },
    "one types for 9 s": async () => {
      const [one] = people;
      for (let ms = 0; ms < 9_000; ms += TYPING_EACH_MS) {
        await one?.socket.emitWithAck("typing:start", { conversationId: one.seat.room });
        await delay(TYPING_EACH_MS);
      }
      await one?.socket.emitWithAck("typing:stop", { conversationId: one.seat.room });
    },
    "twenty type for 9 s": async () => {
      const some = people.slice(0, 20);
      const all = (event: string) => some.map(({ socket, seat }) => socket.emitWithAck(event, { conversationId: seat.room }));
      for (let ms = 0; ms < 9_000; ms += TYPING_EACH_MS) {
        await Promise.all(all("typing:start"));
        await delay(TYPING_EACH_MS);
      }
      await Promise.all(all("typing:stop"));
    },
  };

  const counted = async (act: () => Promise<unknown>): Promise<Record<string, number>> => {
    frames = {};
    await act();
    heardAt = performance.now();
    while (performance.now() - heardAt < QUIET_MS) await delay(50);
    return frames;
  };

  return {
    gather: ({ url, seats }: Requests["gather"]["input"]) =>
      counted(async () => {
        for (const { socket } of people) socket.disconnect();
        people = [];
        await Promise.all(
          seats.map(async (seat, index) => {
            await delay((index * COMING_MS) / seats.length);
            await come(url, seat, index);
          }),
        );
      }),
    scene: ({ name }: Requests["scene"]["input"]) => counted(scenes[name]),
  };
};
