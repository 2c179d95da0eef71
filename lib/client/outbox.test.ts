import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Answer, ErrorCode } from "#lib/contract/errors.ts";
import type { SendReceipt } from "#lib/contract/messages.ts";
import { createOutbox } from "./outbox.ts";
import type { OutboxEntry, WaitingFile } from "./outbox-entry.ts";
import { conversationId, timeOf } from "./testing/conversations.ts";
import { createBrowser } from "./testing/outbox-tabs.ts";

const here = conversationId(1);
const there = conversationId(2);

const refusal = (code: ErrorCode, retryable: boolean, retryAfterMs?: number): Answer<SendReceipt> => ({
  ok: false,
  error: { code, message: code, retryable, ...(retryAfterMs === undefined ? {} : { retryAfterMs }) },
});
const held: Answer<SendReceipt> = {
  ok: false,
  error: { code: "content_rejected", message: "wait", retryable: false, details: { held: true } },
};
const unavailable = refusal("unavailable", true);
const receiptOf = ({ conversationId: id, messageId }: OutboxEntry, duplicate = false): Answer<SendReceipt> => ({
  ok: true,
  data: { conversationId: id, messageId, seq: 1, rev: 1, status: "sent", createdAt: timeOf(1), duplicate },
});

/** Lets everything happen that waits for no timer. */
const settle = (): Promise<unknown> => vi.advanceTimersByTimeAsync(0);

let made = 0;

/** A tab, and a server that answers it when it is told to, in the order of asking. */
const openTab = async (browser = createBrowser(), { isFull = false } = {}) => {
  const asked: OutboxEntry[] = [];
  const answers: ((answer: Answer<SendReceipt>) => void)[] = [];
  const stored: string[] = [];
  const states: string[] = [];
  let shown: readonly OutboxEntry[] = [];
  let keeps = true;
  const { store, tabs, crash } = browser.openTab();
  const outbox = createOutbox({
    send: (entry) => {
      asked.push(entry);
      return new Promise((resolve) => answers.push(resolve));
    },
    store: isFull ? { ...store, append: () => Promise.reject(new Error("full")) } : store,
    tabs,
    onStored: ({ content }) => {
      // The stored message must be there before the waiting one leaves, or the bubble would flicker.
      expect(shown.some((entry) => entry.content === content)).toBe(true);
      stored.push(content);
    },
    onChange: (entries) => {
      shown = entries;
      states.push(entries.map(({ content, state }) => `${content} ${state}`).join(", "));
    },
    onRefused: () => {
      keeps = false;
    },
    newId: () => {
      made += 1;
      return `id-${made}`;
    },
    random: () => 1,
  });
  await outbox.start();
  const answer = async (give: Answer<SendReceipt> | ((entry: OutboxEntry) => Answer<SendReceipt>)) => {
    const entry = asked[asked.length - answers.length];
    const resolve = answers.shift();
    if (!entry || !resolve) throw new Error("nothing was asked");
    resolve(typeof give === "function" ? give(entry) : give);
    await settle();
  };
  const write = async (id: string, content: string): Promise<string> => {
    const added = outbox.add({ conversationId: id, content: content });
    if (!added) throw new Error("there was no room");
    await settle();
    return added.messageId;
  };
  return {
    outbox,
    asked,
    answer,
    write,
    stored,
    states,
    crash,
    keeps: () => keeps,
    shown: () => shown,
    waiting: () => shown.map(({ content, state }) => `${content} ${state}`),
    tries: () => asked.map(({ content }) => content),
  };
};

beforeEach(() => {
  vi.useFakeTimers();
  made = 0;
});
afterEach(() => {
  vi.useRealTimers();
});

describe("an outbox", () => {
  it("sends one at a time in each conversation, in the order of writing", async () => {
    const { write, tries, answer, stored, shown } = await openTab();
    await write(here, "one");
    await write(here, "two");
    await write(there, "elsewhere");
    expect(tries()).toEqual(["one", "elsewhere"]);
    await answer(receiptOf);
    await answer(receiptOf);
    await answer(receiptOf);
    expect(stored).toEqual(["one", "elsewhere", "two"]);
    expect(shown()).toEqual([]);
  });

  it("says 'pending' and sends only when the message would survive a crash", async () => {
    const browser = createBrowser();
    const { outbox, states, tries } = await openTab(browser);
    outbox.add({ conversationId: here, content: "one" });
    expect(states.at(-1)).toBe("one keeping");
    expect(tries()).toEqual([]);
    expect(browser.disk.size).toBe(0);
    await settle();
    expect(states.at(-1)).toBe("one pending");
    expect(browser.disk.size).toBe(1);
    expect(tries()).toEqual(["one"]);
  });

  const waitingFile = (key: string): WaitingFile => ({
    key,
    kind: "image",
    name: `${key}.jpg`,
    byteSize: 9,
    width: 4,
    height: 3,
    durationMs: null,
    attachmentId: null,
  });

  it("holds a message until the server has its files, over a crash too, and what comes after it", async () => {
    const browser = createBrowser();
    const first = await openTab(browser);
    const added = first.outbox.add({
      conversationId: here,
      content: "two pictures",
      files: [waitingFile("a"), waitingFile("b")],
    });
    await settle();
    await first.write(here, "after them");
    await first.write(there, "elsewhere");
    expect(first.tries()).toEqual(["elsewhere"]);
    first.outbox.fill(added?.messageId ?? "", "a", "id of a");
    await settle();
    first.crash();
    const second = await openTab(browser);
    await settle();
    expect(second.tries()).toEqual(["elsewhere"]);
    second.outbox.fill(added?.messageId ?? "", "b", "id of b");
    await settle();
    expect(second.asked.at(-1)?.files.map(({ attachmentId }) => attachmentId)).toEqual(["id of a", "id of b"]);
    await second.answer(receiptOf);
    expect(second.tries()).toEqual(["elsewhere", "two pictures"]);
    await second.answer(receiptOf);
    expect(second.tries().at(-1)).toBe("after them");
  });

  it("fails a message whose file is refused, and gives back one that waits for its files", async () => {
    const { outbox, write, tries, waiting } = await openTab();
    const [refused, unwanted] = ["refused", "unwanted"].map(
      (text) => outbox.add({ conversationId: here, content: text, files: [waitingFile(text)] })?.messageId ?? "",
    );
    await settle();
    await write(here, "after them");
    outbox.fail(refused ?? "", { code: "content_rejected", message: "no", retryable: false });
    expect(outbox.discard(unwanted ?? "")?.content).toBe("unwanted");
    expect(waiting()).toEqual(["refused failed", "after them pending"]);
    expect(tries()).toEqual(["after them"]);
    expect(outbox.discard(outbox.entries()[1]?.messageId ?? "")).toBeUndefined();
  });

  it("keeps the id over every try and lets nothing overtake", async () => {
    const { write, asked, tries, answer } = await openTab();
    await write(here, "one");
    await write(here, "two");
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
    const { write, tries, answer } = await openTab();
    await write(here, "one");
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
    const { outbox, write, tries, answer } = await openTab();
    await write(here, "one");
    await answer(unavailable);
    outbox.wake();
    expect(tries()).toEqual(["one", "one"]);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(tries()).toEqual(["one", "one"]);
  });

  it("keeps what a moderator has to look at, tries it no more, and lets the next one pass", async () => {
    const browser = createBrowser();
    const { outbox, write, tries, answer, shown } = await openTab(browser);
    const id = await write(here, "one");
    await write(here, "two");
    await answer(held);
    expect(tries()).toEqual(["one", "two"]);
    expect(shown()).toMatchObject([{ content: "one", state: "held" }, { content: "two" }]);
    await answer(receiptOf);
    outbox.wake();
    outbox.retry(id);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(tries()).toEqual(["one", "two"]);
    const next = await openTab(browser);
    expect(next.shown()).toMatchObject([{ messageId: id, state: "held" }]);
    expect(next.outbox.discard(id)).toMatchObject({ content: "one" });
    await settle();
    expect(next.shown()).toEqual([]);
    expect(browser.disk.size).toBe(0);
  });

  it("takes over what the server says of it: it is refused, it waits on another device, it went out", async () => {
    const browser = createBrowser();
    const { outbox, write, answer, shown } = await openTab(browser);
    const id = await write(here, "one");
    await answer(held);
    const [own] = outbox.entries();
    if (!own) throw new Error("nothing is there");
    outbox.put({ ...own, state: "failed" });
    expect(shown()).toMatchObject([{ messageId: id, state: "failed" }]);
    outbox.put({ ...own, messageId: "from the phone", content: "elsewhere", order: null });
    expect(shown().map(({ content, state }) => [content, state])).toEqual([
      ["one", "failed"],
      ["elsewhere", "held"],
    ]);
    await settle();
    expect(browser.disk.size).toBe(1);
    outbox.confirm("from the phone");
    outbox.confirm(id);
    await settle();
    expect(shown()).toEqual([]);
    expect(browser.disk.size).toBe(0);
  });

  it("waits as long as it is told, whatever the line does, and shows until when", async () => {
    const { outbox, write, tries, answer, shown } = await openTab();
    await write(here, "one");
    await answer(refusal("rate_limited", true, 7_000));
    expect(shown()[0]?.heldUntil).toBe(Date.now() + 7_000);
    outbox.wake();
    await write(here, "two");
    await vi.advanceTimersByTimeAsync(6_999);
    expect(tries()).toEqual(["one"]);
    await vi.advanceTimersByTimeAsync(1);
    expect(tries()).toEqual(["one", "one"]);
  });

  it("keeps what is refused for good, with the reason, and lets the next one pass", async () => {
    const { write, tries, answer, shown, stored } = await openTab();
    await write(here, "bad");
    await write(here, "good");
    await answer(refusal("blocked", false));
    expect(tries()).toEqual(["bad", "good"]);
    await answer(receiptOf);
    expect(stored).toEqual(["good"]);
    expect(shown()).toMatchObject([{ content: "bad", state: "failed", error: { code: "blocked" } }]);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(tries()).toHaveLength(2);
  });

  it("'Try again' sends the same message once more, behind what waits", async () => {
    const { outbox, write, asked, answer, waiting } = await openTab();
    const messageId = await write(here, "bad");
    await answer(refusal("blocked", false));
    await write(here, "next");
    outbox.retry(messageId);
    await settle();
    expect(waiting()).toEqual(["next pending", "bad pending"]);
    await answer(receiptOf);
    await answer(receiptOf);
    expect(asked.map((entry) => entry.messageId)).toEqual([messageId, "id-2", messageId]);
    expect(waiting()).toEqual([]);
  });

  it("'Discard' takes away what failed, and nothing that is on its way", async () => {
    const browser = createBrowser();
    const { outbox, write, answer, waiting } = await openTab(browser);
    const bad = await write(here, "bad");
    const good = await write(here, "good");
    await answer(refusal("content_rejected", false));
    expect(outbox.discard(good)).toBeUndefined();
    expect(outbox.discard(bad)?.content).toBe("bad");
    await settle();
    expect(waiting()).toEqual(["good pending"]);
    expect([...browser.disk.keys()]).toEqual([good]);
  });

  it("takes a duplicate for the success that it is", async () => {
    const { outbox, write, answer, stored, shown } = await openTab();
    await write(here, "one");
    await answer(unavailable);
    outbox.wake();
    await answer((entry) => receiptOf(entry, true));
    expect(stored).toEqual(["one"]);
    expect(shown()).toEqual([]);
  });

  it("lets go of what the server told of by another way, once", async () => {
    const { outbox, write, answer, stored, waiting, tries } = await openTab();
    const messageId = await write(here, "one");
    await write(here, "two");
    outbox.confirm(messageId);
    expect(waiting()).toEqual(["two pending"]);
    await answer(unavailable);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(tries()).toEqual(["one", "two"]);
    expect(stored).toEqual([]);
  });

  it("sends what comes after a wait for something that has left meanwhile", async () => {
    const { outbox, write, answer, tries } = await openTab();
    const messageId = await write(here, "one");
    await answer(unavailable);
    outbox.confirm(messageId);
    await vi.advanceTimersByTimeAsync(60_000);
    await write(here, "two");
    expect(tries()).toEqual(["one", "two"]);
  });

  it("does not fail a message for a session that has ended", async () => {
    const { write, answer, waiting } = await openTab();
    await write(here, "one");
    await answer(refusal("unauthenticated", false));
    expect(waiting()).toEqual(["one pending"]);
  });

  it("takes no more than 500 messages and 5 MB, and loses none of those that it has", async () => {
    const { outbox, write, waiting } = await openTab();
    for (let number = 1; number <= 500; number += 1) await write(here, `message ${number}`);
    expect(outbox.add({ conversationId: here, content: "one too many" })).toBeNull();
    expect(waiting()).toHaveLength(500);

    const other = await openTab();
    const tall = "ä".repeat(1_000_000);
    for (const _ of [1, 2]) await other.write(here, tall);
    expect(other.outbox.add({ conversationId: here, content: tall })).toBeNull();
    expect(other.outbox.add({ conversationId: here, content: "still fits" })).not.toBeNull();
  });

  it("goes on in memory, and says so, when nothing can be stored", async () => {
    const { write, tries, answer, waiting, keeps } = await openTab(createBrowser(), { isFull: true });
    await write(here, "one");
    await write(here, "two");
    expect(keeps()).toBe(false);
    expect(waiting()).toEqual(["one pending", "two pending"]);
    await answer(receiptOf);
    await answer(receiptOf);
    expect(tries()).toEqual(["one", "two"]);
    expect(waiting()).toEqual([]);
  });
});

describe("the outbox of several tabs", () => {
  it("goes on with what an earlier one left behind, in its order and with its ids", async () => {
    const browser = createBrowser();
    const first = await openTab(browser);
    const ids = [await first.write(here, "one"), await first.write(here, "two")];
    first.crash();
    const second = await openTab(browser);
    await settle();
    await second.answer(receiptOf);
    await second.answer(receiptOf);
    expect(second.asked.map(({ messageId }) => messageId)).toEqual(ids);
    expect(browser.disk.size).toBe(0);
  });

  it("is one queue: all show it, one sends it", async () => {
    const browser = createBrowser();
    const [first, second] = [await openTab(browser), await openTab(browser)];
    await second.write(here, "one");
    expect(first.waiting()).toEqual(["one pending"]);
    expect(first.tries()).toEqual(["one"]);
    await first.answer(receiptOf);
    expect(second.stored).toEqual(["one"]);
    expect(second.waiting()).toEqual([]);
    expect(second.tries()).toEqual([]);
    expect(browser.disk.size).toBe(0);
  });

  it("is taken over at once from a tab that has crashed", async () => {
    const browser = createBrowser();
    const [first, second] = [await openTab(browser), await openTab(browser)];
    const messageId = await first.write(here, "one");
    first.crash();
    await settle();
    expect(second.asked.map((entry) => entry.messageId)).toEqual([messageId]);
  });

  it("is taken over with what a tab wrote in its last moment, of which it could tell nobody", async () => {
    const browser = createBrowser();
    const [first, second] = [await openTab(browser), await openTab(browser)];
    first.outbox.add({ conversationId: here, content: "last words" });
    while (browser.disk.size === 0) await Promise.resolve();
    first.crash();
    await settle();
    expect(second.tries()).toEqual(["last words"]);
  });

  it("shows in each what was refused, and each can try it again or discard it", async () => {
    const browser = createBrowser();
    const [first, second] = [await openTab(browser), await openTab(browser)];
    const [one, two] = [await first.write(here, "one"), await first.write(here, "two")];
    await first.answer(refusal("blocked", false));
    await first.answer(refusal("blocked", false));
    expect(second.shown()).toMatchObject([{ state: "failed", error: { code: "blocked" } }, { state: "failed" }]);
    second.outbox.discard(one);
    second.outbox.retry(two);
    await settle();
    expect(first.waiting()).toEqual(["two pending"]);
    expect(first.tries()).toEqual(["one", "two", "two"]);
  });

  it("waits on for as long as an earlier one was told", async () => {
    const browser = createBrowser();
    const first = await openTab(browser);
    await first.write(here, "one");
    await first.answer(refusal("rate_limited", true, 20_000));
    first.crash();
    const second = await openTab(browser);
    await vi.advanceTimersByTimeAsync(19_999);
    expect(second.tries()).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    expect(second.tries()).toEqual(["one"]);
  });

  it("is not held up for hours by a clock that was set back", async () => {
    const browser = createBrowser();
    const first = await openTab(browser);
    await first.write(here, "one");
    await first.answer(refusal("rate_limited", true, 20_000));
    first.crash();
    vi.setSystemTime(Date.now() - 24 * 3_600_000);
    const second = await openTab(browser);
    await vi.advanceTimersByTimeAsync(5 * 60_000);
    expect(second.tries()).toEqual(["one"]);
  });
});
