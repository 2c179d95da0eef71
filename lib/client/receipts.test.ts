import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Answer } from "#lib/contract/errors.ts";
import { createReceipts } from "./receipts.ts";
import { conversationId } from "./testing/conversations.ts";

const here = conversationId(1);
const there = conversationId(2);
const unavailable = { ok: false, error: { code: "unavailable", message: "", retryable: true } } as const;
const limited = { ok: false, error: { code: "rate_limited", message: "", retryable: true, retryAfterMs: 5_000 } } as const;
const refused = { ok: false, error: { code: "not_participant", message: "", retryable: false } } as const;

const setUp = () => {
  const told: string[] = [];
  const read: number[] = [];
  const failures: Answer<never>[] = [];
  const receipts = createReceipts({
    tellDelivered: async ({ conversationId: id, seq }) => {
      told.push(`ack ${id === here ? "here" : "there"} ${seq}`);
      return failures.shift() ?? { ok: true, data: { deliveredSeq: seq } };
    },
    tellRead: async ({ conversationId: id, seq }) => {
      told.push(`read ${id === here ? "here" : "there"} ${seq}`);
      return failures.shift() ?? { ok: true, data: { readSeq: seq, unreadCount: 0, totalUnread: 0 } };
    },
    onRead: (_, { readSeq }) => read.push(readSeq),
    gatherMs: 100,
    random: () => 1,
  });
  return { receipts, told, read, failWith: (...answers: Answer<never>[]) => failures.push(...answers) };
};

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe("createReceipts", () => {
  it("tells the highest mark of each conversation once", async () => {
    const { receipts, told } = setUp();
    for (const seq of [1, 3, 2]) receipts.delivered(here, seq);
    receipts.delivered(there, 7);
    await vi.advanceTimersByTimeAsync(100);
    expect(told).toEqual(["ack here 3", "ack there 7"]);
  });

  it("never tells a mark again, nor a lower one", async () => {
    const { receipts, told } = setUp();
    receipts.read(here, 5);
    await vi.advanceTimersByTimeAsync(100);
    receipts.read(here, 5);
    receipts.read(here, 4);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(told).toEqual(["read here 5"]);
  });

  it("asks again when it is told to, for a count that stayed behind", async () => {
    const { receipts, told } = setUp();
    receipts.read(here, 5);
    await vi.advanceTimersByTimeAsync(100);
    receipts.read(here, 5, true);
    await vi.advanceTimersByTimeAsync(100);
    expect(told).toEqual(["read here 5", "read here 5"]);
  });

  it("spares the acknowledgement of what is read", async () => {
    const { receipts, told, read } = setUp();
    receipts.delivered(here, 4);
    receipts.read(here, 4);
    await vi.advanceTimersByTimeAsync(100);
    expect(told).toEqual(["read here 4"]);
    expect(read).toEqual([4]);
  });

  it("tries again after a failure, with what is highest by then", async () => {
    const { receipts, told, failWith } = setUp();
    failWith(unavailable);
    receipts.read(here, 4);
    await vi.advanceTimersByTimeAsync(100);
    receipts.read(here, 6);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(told).toEqual(["read here 4", "read here 6"]);
  });

  it("waits as long as it is told", async () => {
    const { receipts, told, failWith } = setUp();
    failWith(limited);
    receipts.delivered(here, 4);
    await vi.advanceTimersByTimeAsync(5_099);
    expect(told).toEqual(["ack here 4"]);
    await vi.advanceTimersByTimeAsync(1);
    expect(told).toEqual(["ack here 4", "ack here 4"]);
  });

  it("goes at once when the line is back", async () => {
    const { receipts, told, failWith } = setUp();
    failWith(unavailable);
    receipts.delivered(here, 4);
    await vi.advanceTimersByTimeAsync(100);
    receipts.wake();
    await vi.advanceTimersByTimeAsync(0);
    expect(told).toEqual(["ack here 4", "ack here 4"]);
  });

  it("drops what is refused for good", async () => {
    const { receipts, told, failWith } = setUp();
    failWith(refused);
    receipts.delivered(here, 4);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(told).toEqual(["ack here 4"]);
  });

  it("tells, after any time without a line, of each conversation the highest mark that was made meanwhile, once", async () => {
    const mark = fc.record({ id: fc.constantFrom(here, there), seq: fc.integer({ min: 1, max: 9 }), ms: fc.nat(2_000) });
    await fc.assert(
      fc.asyncProperty(fc.array(mark, { minLength: 1, maxLength: 12 }), async (marks) => {
        const read: { conversationId: string; seq: number }[] = [];
        let isOnline = false;
        const receipts = createReceipts({
          tellDelivered: async () => unavailable,
          tellRead: async ({ conversationId: id, seq }) => {
            if (!isOnline) return unavailable;
            read.push({ conversationId: id, seq });
            return { ok: true, data: { readSeq: seq, unreadCount: 0, totalUnread: 0 } };
          },
          onRead: () => undefined,
        });
        for (const { id, seq, ms } of marks) {
          receipts.read(id, seq);
          await vi.advanceTimersByTimeAsync(ms);
        }
        isOnline = true;
        receipts.wake();
        await vi.advanceTimersByTimeAsync(60_000);
        const highest = (id: string) => Math.max(...marks.filter((one) => one.id === id).map(({ seq }) => seq));
        const ids = [...new Set(marks.map(({ id }) => id))];
        expect(new Map(read.map(({ conversationId: id, seq }) => [id, seq]))).toEqual(
          new Map(ids.map((id) => [id, highest(id)])),
        );
        expect(read).toHaveLength(ids.length);
        receipts.stop();
      }),
    );
  });
});
