import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Answer, ErrorCode } from "#lib/contract/errors.ts";
import type { SendReceipt } from "#lib/contract/messages.ts";
import { createOutbox } from "./outbox.ts";
import { createMemoryStore, type OutboxEntry } from "./outbox-entry.ts";
import { conversationId, timeOf } from "./testing/conversations.ts";

const here = conversationId(1);
const there = conversationId(2);

const refusal = (code: ErrorCode, retryable: boolean, retryAfterMs?: number): Answer<SendReceipt> => ({
  ok: false,
  error: { code, message: code, retryable, ...(retryAfterMs === undefined ? {} : { retryAfterMs }) },
});
const unavailable = refusal("unavailable", true);
const receiptOf = ({ conversationId: id, messageId }: OutboxEntry, duplicate = false): Answer<SendReceipt> => ({
  ok: true,
  data: { conversationId: id, messageId, seq: 1, rev: 1, status: "sent", createdAt: timeOf(1), duplicate },
});

/** A server that answers when it is told to, in the order of asking. */
const setUp = () => {
  const asked: OutboxEntry[] = [];
  const answers: ((answer: Answer<SendReceipt>) => void)[] = [];
  const stored: string[] = [];
  let shown: readonly OutboxEntry[] = [];
  let made = 0;
  const store = createMemoryStore();
  const outbox = createOutbox({
    send: (entry) => {
      asked.push(entry);
      return new Promise((resolve) => answers.push(resolve));
    },
    store,
    onStored: ({ content }) => {
      // The stored message must be there before the waiting one leaves, or the bubble would flicker.
      expect(shown.some((entry) => entry.content === content)).toBe(true);
      stored.push(content);
    },
    onChange: (entries) => {
      shown = entries;
    },
    newId: () => {
      made += 1;
      return `id-${made}`;
    },
    random: () => 1,
  });
  const answer = async (give: Answer<SendReceipt> | ((entry: OutboxEntry) => Answer<SendReceipt>)) => {
    const entry = asked[asked.length - answers.length];
    const resolve = answers.shift();
    if (!entry || !resolve) throw new Error("nothing was asked");
    resolve(typeof give === "function" ? give(entry) : give);
    await vi.advanceTimersByTimeAsync(0);
  };
  return { outbox, asked, answer, stored, store, shown: () => shown, tries: () => asked.map(({ content }) => content) };
};

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe("createOutbox", () => {
  it("sends one at a time in each conversation, in the order of writing", async () => {
    const { outbox, tries, answer, stored, shown } = setUp();
    outbox.add(here, "one");
    outbox.add(here, "two");
    outbox.add(there, "elsewhere");
    expect(tries()).toEqual(["one", "elsewhere"]);
    await answer(receiptOf);
    await answer(receiptOf);
    await answer(receiptOf);
    expect(stored).toEqual(["one", "elsewhere", "two"]);
    expect(shown()).toEqual([]);
  });

  it("keeps the id over every try and lets nothing overtake", async () => {
    const { outbox, asked, tries, answer } = setUp();
    outbox.add(here, "one");
    outbox.add(here, "two");
    await answer(unavailable);
    await vi.advanceTimersByTimeAsync(1_999);
    expect(tries()).toEqual(["one"]);
    await vi.advanceTimersByTimeAsync(1);
    expect(tries()).toEqual(["one", "one"]);
    expect(asked[1]?.messageId).toBe(asked[0]?.messageId);
    await answer(receiptOf);
    expect(tries()).toEqual(["one", "one", "two"]);
  });

  it("waits longer after each try", async () => {
    const { outbox, tries, answer } = setUp();
    outbox.add(here, "one");
    for (const wait of [2_000, 4_000, 8_000, 16_000, 30_000, 30_000]) {
      await answer(unavailable);
      const before = tries().length;
      await vi.advanceTimersByTimeAsync(wait - 1);
      expect(tries()).toHaveLength(before);
      await vi.advanceTimersByTimeAsync(1);
      expect(tries()).toHaveLength(before + 1);
    }
  });

  it("tries at once when the line is back", async () => {
    const { outbox, tries, answer } = setUp();
    outbox.add(here, "one");
    await answer(unavailable);
    outbox.wake();
    expect(tries()).toEqual(["one", "one"]);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(tries()).toEqual(["one", "one"]);
  });

  it("waits as long as it is told, whatever the line does", async () => {
    const { outbox, tries, answer } = setUp();
    outbox.add(here, "one");
    await answer(refusal("rate_limited", true, 7_000));
    outbox.wake();
    outbox.add(here, "two");
    await vi.advanceTimersByTimeAsync(6_999);
    expect(tries()).toEqual(["one"]);
    await vi.advanceTimersByTimeAsync(1);
    expect(tries()).toEqual(["one", "one"]);
  });

  it("keeps what is refused for good, with the reason, and lets the next one pass", async () => {
    const { outbox, tries, answer, shown, stored } = setUp();
    outbox.add(here, "bad");
    outbox.add(here, "good");
    await answer(refusal("blocked", false));
    expect(tries()).toEqual(["bad", "good"]);
    await answer(receiptOf);
    expect(stored).toEqual(["good"]);
    expect(shown()).toMatchObject([{ content: "bad", state: "failed", error: { code: "blocked" } }]);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(tries()).toHaveLength(2);
  });

  it("'Try again' sends the same message once more, behind what waits", async () => {
    const { outbox, asked, answer, shown } = setUp();
    const { messageId } = outbox.add(here, "bad");
    await answer(refusal("blocked", false));
    outbox.add(here, "next");
    outbox.retry(messageId);
    expect(shown().map(({ content, state }) => [content, state])).toEqual([
      ["next", "pending"],
      ["bad", "pending"],
    ]);
    await answer(receiptOf);
    await answer(receiptOf);
    expect(asked.map((entry) => entry.messageId)).toEqual([messageId, "id-2", messageId]);
    expect(shown()).toEqual([]);
  });

  it("'Discard' takes away what failed, and nothing that is on its way", async () => {
    const { outbox, answer, shown, store } = setUp();
    const bad = outbox.add(here, "bad");
    const good = outbox.add(here, "good");
    await answer(refusal("content_rejected", false));
    expect(outbox.discard(good.messageId)).toBeUndefined();
    expect(outbox.discard(bad.messageId)?.content).toBe("bad");
    expect(shown().map(({ content }) => content)).toEqual(["good"]);
    expect((await store.load()).map(({ content }) => content)).toEqual(["good"]);
  });

  it("takes a duplicate for the success that it is", async () => {
    const { outbox, answer, stored, shown } = setUp();
    outbox.add(here, "one");
    await answer(unavailable);
    outbox.wake();
    await answer((entry) => receiptOf(entry, true));
    expect(stored).toEqual(["one"]);
    expect(shown()).toEqual([]);
  });

  it("lets go of what the server told of by another way, once", async () => {
    const { outbox, answer, stored, shown, tries } = setUp();
    const { messageId } = outbox.add(here, "one");
    outbox.add(here, "two");
    outbox.confirm(messageId);
    expect(shown().map(({ content }) => content)).toEqual(["two"]);
    await answer(unavailable);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(tries()).toEqual(["one", "two"]);
    expect(stored).toEqual([]);
  });

  it("does not fail a message for a session that has ended", async () => {
    const { outbox, answer, shown } = setUp();
    outbox.add(here, "one");
    await answer(refusal("unauthenticated", false));
    expect(shown()[0]?.state).toBe("pending");
  });

  it("goes on with what an earlier tab left behind", async () => {
    const { outbox, store, tries } = setUp();
    const left = { conversationId: here, messageId: "id-0", writtenAt: timeOf(0), error: null };
    await store.put({ ...left, content: "left", state: "pending" });
    await outbox.start();
    expect(tries()).toEqual(["left"]);
  });

  it("goes on when nothing can be stored", async () => {
    const broken = {
      load: async () => [],
      put: () => Promise.reject(new Error("full")),
      remove: () => Promise.reject(new Error("full")),
    };
    const sent: string[] = [];
    const outbox = createOutbox({
      send: async (entry) => {
        sent.push(entry.content);
        return receiptOf(entry);
      },
      store: broken,
      onStored: () => undefined,
      onChange: () => undefined,
      newId: () => "id",
    });
    outbox.add(here, "one");
    await vi.advanceTimersByTimeAsync(0);
    expect(sent).toEqual(["one"]);
    expect(outbox.entries()).toEqual([]);
  });
});
