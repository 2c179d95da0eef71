import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Answer } from "#lib/contract/errors.ts";
import type { Cursors, SyncAnswer } from "#lib/contract/session.ts";
import { applyListAnswer, applyWindowAnswer } from "./apply-answer.ts";
import { applyEvent } from "./apply-event.ts";
import { createCatchUp } from "./catch-up.ts";
import { createLiveCache } from "./live-cache.ts";
import { createQueryClient } from "./query-client.ts";
import { alice, conversation, conversationId, message, timeOf } from "./testing/conversations.ts";

const id = conversationId();
const list = { items: [conversation(1)], nextCursor: null, totalUnread: 0 };
const page = { messages: [message(1)], hasMore: false, nextCursor: null };
const unavailable = { ok: false, error: { code: "unavailable", message: "", retryable: true } } as const;

const setUp = () => {
  const live = createLiveCache(createQueryClient(), alice);
  live.update((state) => applyListAnswer(state, { filter: "all", q: "" }, list, { since: state, isNext: false }));
  live.update((state) => applyWindowAnswer(state, id, { page, hasOlder: false, hasNewer: false }, state));
  const asked: Cursors[] = [];
  const answers: Answer<SyncAnswer>[] = [];
  const read: string[] = [];
  let isConnected = true;
  const catchUp = createCatchUp({
    live,
    requests: {
      readConversation: async (missing) => {
        read.push(missing);
        return null;
      },
      readWindow: async () => null,
    },
    sync: async (cursors) => {
      asked.push(cursors);
      return answers.shift() ?? unavailable;
    },
    isConnected: () => isConnected,
  });
  const hear = (seq: number, given = {}) =>
    live.update((state) => applyEvent(state, { event: "message:received", payload: message(seq, given) }));
  const connect = (to: boolean) => {
    isConnected = to;
    if (to) catchUp.wake();
  };
  return { live, asked, answers, read, hear, connect, seqs: () => live.state().threads[id]?.messages.map(({ seq }) => seq) };
};

const whole = (upTo: number): Answer<SyncAnswer> => ({
  ok: true,
  data: {
    changes: [{ conversation: conversation(upTo), messages: [message(2), message(3)], complete: true }],
    unreadCounts: {},
    totalUnread: 0,
    countedAt: timeOf(50),
    serverTime: timeOf(50),
  },
});

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe("createCatchUp", () => {
  it("asks for what was missed, from before the hole", async () => {
    const { hear, asked, answers, seqs } = setUp();
    answers.push(whole(3));
    hear(3);
    await vi.advanceTimersByTimeAsync(200);
    expect(asked).toEqual([{ [id]: 1 }]);
    expect(seqs()).toEqual([1, 2, 3]);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(asked).toHaveLength(1);
  });

  it("asks nothing when the hole closes by itself", async () => {
    const { hear, asked, seqs } = setUp();
    hear(3);
    hear(2);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(asked).toEqual([]);
    expect(seqs()).toEqual([1, 2, 3]);
  });

  it("asks again after a failure", async () => {
    const { hear, asked, answers, seqs } = setUp();
    answers.push(unavailable, whole(3));
    hear(3);
    await vi.advanceTimersByTimeAsync(5_000);
    expect(asked).toHaveLength(2);
    expect(seqs()).toEqual([1, 2, 3]);
  });

  it("waits for the line", async () => {
    const { hear, asked, answers, connect } = setUp();
    answers.push(whole(3));
    connect(false);
    hear(3);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(asked).toEqual([]);
    connect(true);
    await vi.advanceTimersByTimeAsync(0);
    expect(asked).toHaveLength(1);
  });

  it("looks for a conversation that there was only news of, once", async () => {
    const { hear, read } = setUp();
    hear(1, { conversationId: conversationId(9) });
    await vi.advanceTimersByTimeAsync(60_000);
    expect(read).toEqual([conversationId(9)]);
  });
});
