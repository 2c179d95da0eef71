import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { Answer } from "#lib/contract/errors.ts";
import { fingerprintOf } from "#lib/contract/fingerprint.ts";
import type { CheckAnswer } from "#lib/contract/session.ts";
import { createIdleCheck } from "./idle-check.ts";
import { createLiveCache } from "./live-cache.ts";
import { createQueryClient } from "./query-client.ts";
import { alice, conversation, inbox } from "./testing/conversations.ts";

const same: Answer<CheckAnswer> = {
  ok: true,
  data: {
    fingerprint: fingerprintOf([conversation(3)]),
    totalUnread: 0,
  },
};
const other: Answer<CheckAnswer> = { ok: true, data: { fingerprint: "other", totalUnread: 0 } };
const unavailable: Answer<CheckAnswer> = { ok: false, error: { code: "unavailable", message: "", retryable: true } };

const setUp = () => {
  const live = createLiveCache(createQueryClient(), alice);
  live.update(() => inbox([conversation(3)]));
  let answer: Answer<CheckAnswer> = same;
  let isConnected = true;
  const asked: number[] = [];
  const doubts: number[] = [];
  const startedAt = Date.now();
  const seconds = () => (Date.now() - startedAt) / 1_000;
  const check = createIdleCheck({
    live,
    ask: async () => {
      asked.push(seconds());
      return answer;
    },
    isConnected: () => isConnected,
    onDoubt: () => doubts.push(seconds()),
  });
  check.wake();
  return {
    live,
    asked,
    doubts,
    check,
    answers: (next: Answer<CheckAnswer>) => {
      answer = next;
    },
    connect: (to: boolean) => {
      isConnected = to;
    },
  };
};

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

it("asks now and then, and is content while both hold the same", async () => {
  const { asked, doubts, check } = setUp();
  await vi.advanceTimersByTimeAsync(100_000);
  expect(asked).toEqual([24, 48, 72, 96]);
  expect(doubts).toEqual([]);
  check.stop();
  await vi.advanceTimersByTimeAsync(100_000);
  expect(asked).toHaveLength(4);
});

it("doubts within half a minute when something else is held, but not for what is only on its way", async () => {
  const { answers, doubts } = setUp();
  answers(other);
  await vi.advanceTimersByTimeAsync(24_500);
  answers(same);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(doubts).toEqual([]);
  answers(other);
  await vi.advanceTimersByTimeAsync(30_000);
  expect(doubts).toEqual([51]);
});

it("asks ever more rarely about a difference that a sync does not remove", async () => {
  const { answers, doubts } = setUp();
  answers(other);
  await vi.advanceTimersByTimeAsync(30 * 60_000);
  const waits = doubts.map((at, index) => at - (doubts[index - 1] ?? 0));
  expect(waits.slice(0, 6)).toEqual([26, 26, 50, 98, 194, 386]);
  expect(new Set(waits.slice(5))).toEqual(new Set([386]));
});

it("takes no answer for no difference, and asks nobody without a line", async () => {
  const { answers, asked, doubts, connect } = setUp();
  answers(unavailable);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(doubts).toEqual([]);
  connect(false);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(asked).toHaveLength(2);
});

it("sees another total, although no conversation shows it", async () => {
  const { live, doubts } = setUp();
  live.update((state) => ({ ...state, totalUnread: 1 }));
  await vi.advanceTimersByTimeAsync(30_000);
  expect(doubts).toHaveLength(1);
});
