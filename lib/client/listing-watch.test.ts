import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Answer } from "#lib/contract/errors.ts";
import type { ServerEventMessage } from "#lib/contract/events.ts";
import type { RoomAvailability, WatchedRooms } from "#lib/contract/housing.ts";
import { limits } from "#lib/contract/limits.ts";
import { createListingWatch } from "./listing-watch.ts";

const room = (listingId: string, given: Partial<RoomAvailability> = {}): RoomAvailability => ({
  listingId,
  roomId: `room of ${listingId}`,
  status: "free",
  requests: 0,
  heldUntil: null,
  letUntil: null,
  availableFrom: "2026-11-25",
  updatedAt: "2026-11-25T12:00:00.000Z",
  ...given,
});

const limited: Answer<WatchedRooms> = {
  ok: false,
  error: { code: "rate_limited", message: "", retryable: true, retryAfterMs: 500 },
};
const ready = { event: "session:ready" } as ServerEventMessage;
const news = (payload: RoomAvailability): ServerEventMessage => ({ event: "room:availability", payload });

/** A watch whose server answers when it is told to; what it was asked and what came of it, in order. */
const setUp = () => {
  const asked: string[] = [];
  const learned: string[] = [];
  const waiting: (() => void)[] = [];
  let hear: (message: ServerEventMessage) => void = () => undefined;
  let next: Answer<WatchedRooms> | undefined;
  const watch = createListingWatch({
    request: async (event, input) => {
      const { listingId } = input as { listingId: string };
      asked.push(`${event.replace("listing:", "")} ${listingId}`);
      const answer = next ?? { ok: true, data: { rooms: [room(listingId)] } };
      next = undefined;
      if (event === "listing:watch") await new Promise<void>((resolve) => waiting.push(resolve));
      return answer as never;
    },
    listen: (listener) => {
      hear = listener;
      return () => undefined;
    },
    onRooms: (listingId, rooms) => learned.push(`all of ${listingId}: ${rooms.length}`),
    onRoom: ({ listingId, status }) => learned.push(`one of ${listingId}: ${status}`),
  });
  return {
    watch,
    asked,
    learned,
    hear: (message: ServerEventMessage) => hear(message),
    refuseNext: () => {
      next = limited;
    },
    answers: async () => {
      for (const resolve of waiting.splice(0)) resolve();
      await vi.advanceTimersByTimeAsync(0);
    },
  };
};

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

test("what is looked at is watched once, and its news is taken from then on", async () => {
  const { watch, asked, learned, hear, answers } = setUp();
  watch.see("a");
  watch.see("a");
  await answers();
  hear(news(room("a", { status: "held" })));
  hear(news(room("b", { status: "let" })));
  expect(asked).toEqual(["watch a"]);
  expect(learned).toEqual(["all of a: 1", "one of a: held"]);
});

test("news that overtakes the answer makes it doubtful: it is asked for once more", async () => {
  const { watch, asked, learned, hear, answers } = setUp();
  watch.see("a");
  hear(news(room("a", { status: "held" })));
  await answers();
  expect(asked).toEqual(["watch a", "watch a"]);
  await answers();
  expect([asked.length, learned]).toEqual([2, ["all of a: 1", "all of a: 1"]]);
});

test("a new connection asks again for what is looked at, and forgets the rest", async () => {
  const { watch, asked, hear, answers } = setUp();
  const leave = watch.see("a");
  watch.see("b");
  await answers();
  leave();
  hear(ready);
  await answers();
  expect(asked).toEqual(["watch a", "watch b", "watch b"]);
});

test("what was seen longest ago makes room for the next, what is looked at last of all", async () => {
  const { watch, asked, answers } = setUp();
  const names = Array.from({ length: limits.watchedListings }, (_, at) => `home ${at}`);
  const [stay, ...left] = names.map((name) => watch.see(name));
  for (const leave of left) leave();
  await answers();
  watch.see("home 1")();
  watch.see("one more");
  expect(asked.slice(names.length)).toEqual(["unwatch home 2", "watch one more"]);
  expect(stay).toBeDefined();
});

test("a server that is asked too often is asked again when it says", async () => {
  const { watch, asked, learned, refuseNext, answers } = setUp();
  refuseNext();
  watch.see("a");
  await answers();
  await vi.advanceTimersByTimeAsync(499);
  expect(asked).toEqual(["watch a"]);
  await vi.advanceTimersByTimeAsync(1);
  await answers();
  expect([asked, learned]).toEqual([["watch a", "watch a"], ["all of a: 1"]]);
});
