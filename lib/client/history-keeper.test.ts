import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { applyEvent } from "./apply-event.ts";
import type { HistoryDisk } from "./history-disk.ts";
import { createHistoryKeeper } from "./history-keeper.ts";
import type { KeptConversation } from "./history-record.ts";
import { createLiveCache } from "./live-cache.ts";
import { createQueryClient } from "./query-client.ts";
import { alice, conversation, conversationId, inbox, message } from "./testing/conversations.ts";

const createDisk = () => {
  const records = new Map<string, KeptConversation>();
  const puts: string[] = [];
  const disk: HistoryDisk = {
    all: async () => [...records.values()],
    one: async (id) => records.get(id),
    put: async (kept) => {
      puts.push(kept.id);
      records.set(kept.id, kept);
    },
    keepOnly: async (ids) => {
      for (const id of records.keys()) if (!ids.includes(id)) records.delete(id);
    },
  };
  const seqs = (number: number) => records.get(conversationId(number))?.messages.map(({ seq }) => seq);
  return { disk, records, puts, seqs };
};

const setUp = (count: number, given: { disk?: Partial<HistoryDisk>; isConnected?: boolean } = {}) => {
  const kept = createDisk();
  const live = createLiveCache(createQueryClient(), alice);
  const numbers = Array.from({ length: count }, (_, index) => index + 1);
  // The first is the newest, and the only one that was opened.
  live.update(() =>
    inbox(
      numbers.map((number) => conversation(3, { id: conversationId(number), updatedAt: new Date(1e12 - number).toISOString() })),
    ),
  );
  const read: string[] = [];
  const keeper = createHistoryKeeper({
    userId: alice,
    live,
    disk: { ...kept.disk, ...given.disk },
    readNewest: async (id) => {
      read.push(id);
      return { messages: [message(2, { conversationId: id }), message(3, { conversationId: id })], hasOlder: false };
    },
    isConnected: () => given.isConnected ?? true,
  });
  return { ...kept, live, read, keeper };
};

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal("navigator", {});
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

it("keeps what is held, and reads ahead what was never opened, one after the other", async () => {
  const { seqs, read, keeper } = setUp(3);
  await vi.advanceTimersByTimeAsync(1_600);
  expect([seqs(1), seqs(2), read.length]).toEqual([[1, 2, 3], [], 0]);
  await vi.advanceTimersByTimeAsync(4_000);
  expect(read).toEqual([conversationId(2)]);
  await vi.advanceTimersByTimeAsync(4_000);
  expect([seqs(2), seqs(3)]).toEqual([
    [2, 3],
    [2, 3],
  ]);
  keeper.stop();
});

it("writes again only what has changed", async () => {
  const { live, puts, seqs, keeper } = setUp(2);
  await vi.advanceTimersByTimeAsync(10_000);
  puts.length = 0;
  live.update((state) => applyEvent(state, { event: "message:received", payload: message(4) }));
  await vi.advanceTimersByTimeAsync(10_000);
  expect(puts).toEqual([conversationId(1)]);
  expect(seqs(1)).toEqual([1, 2, 3, 4]);
  keeper.stop();
});

it("keeps thirty, and without a line lets go of none", async () => {
  const { records, keeper } = setUp(40, { isConnected: false });
  records.set("an older one", {
    ...conversation(1),
    userId: alice,
    conversation: conversation(1),
    messages: [],
    hasOlder: false,
    rev: 1,
  });
  await vi.advanceTimersByTimeAsync(10_000);
  expect([records.size, records.has(conversationId(30)), records.has(conversationId(31))]).toEqual([31, true, false]);
  keeper.stop();
});

it("asks for nothing where every byte is paid for, or nobody is there to answer", async () => {
  const alone = setUp(3, { isConnected: false });
  vi.stubGlobal("navigator", { connection: { saveData: true } });
  const sparing = setUp(3);
  await vi.advanceTimersByTimeAsync(20_000);
  expect([alone.read, sparing.read]).toEqual([[], []]);
  alone.keeper.stop();
  sparing.keeper.stop();
});

it("goes on when the browser refuses to keep something, and stops when told", async () => {
  let fails = true;
  const { live, seqs, records, keeper } = setUp(1, {
    disk: {
      one: async () => {
        if (fails) throw new Error("no storage");
        return undefined;
      },
    },
  });
  await vi.advanceTimersByTimeAsync(5_000);
  expect(seqs(1)).toBeUndefined();
  fails = false;
  const hear = (seq: number) => live.update((state) => applyEvent(state, { event: "message:received", payload: message(seq) }));
  hear(4);
  await vi.advanceTimersByTimeAsync(5_000);
  expect(seqs(1)).toEqual([1, 2, 3, 4]);
  records.clear();
  keeper.stop();
  hear(5);
  await vi.advanceTimersByTimeAsync(5_000);
  expect(records.size).toBe(0);
});
