import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Answer } from "#lib/contract/errors.ts";
import { createMessageChanges, isLeaving, UNDO_MS } from "./message-changes.ts";
import { createOutbox } from "./outbox.ts";
import type { OutboxEntry, Stored } from "./outbox-entry.ts";
import { message, timeOf } from "./testing/conversations.ts";
import { createBrowser } from "./testing/outbox-tabs.ts";
import { waitingChanges } from "./waiting-changes.ts";

const unavailable: Answer<Stored> = { ok: false, error: { code: "unavailable", message: "", retryable: true } };
const hello = message(1);
const settle = (): Promise<unknown> => vi.advanceTimersByTimeAsync(0);

/** A tab without a network until it is told that there is one. */
const openTab = async (browser = createBrowser()) => {
  const sent: string[] = [];
  let isOnline = false;
  let made = 0;
  const { store, tabs, crash } = browser.openTab();
  const outbox = createOutbox({
    send: async ({ content, change, conversationId, messageId }) => {
      if (!isOnline) return unavailable;
      sent.push([change?.kind ?? "send", change?.of ?? messageId, content].join(" ").trim());
      const receipt = { conversationId, messageId, seq: 1, rev: 1, status: "sent" as const, createdAt: timeOf(1) };
      return { ok: true, data: change ? null : { ...receipt, duplicate: false } };
    },
    store,
    tabs,
    onStored: () => undefined,
    onChange: () => waitingChanges.releaseDeletions(outbox),
    onRefused: () => undefined,
    newId: () => {
      made += 1;
      return `id-${made}`;
    },
  });
  await outbox.start();
  await settle();
  return {
    outbox,
    sent,
    crash,
    changes: createMessageChanges(outbox),
    says: async (content: string): Promise<OutboxEntry> => {
      const added = outbox.add({ conversationId: hello.conversationId, content });
      await settle();
      const entry = outbox.entries().find(({ messageId }) => messageId === added?.messageId);
      if (!entry) throw new Error("There is no room.");
      return entry;
    },
    connects: async (): Promise<void> => {
      isOnline = true;
      outbox.wake();
      await settle();
    },
  };
};

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test("what is done without a network goes out when it is back, of each kind the last word alone", async () => {
  const { changes, sent, connects } = await openTab();
  changes.edit(hello, "hello you");
  changes.react(hello, "👍", "add");
  changes.react(hello, "🏠", "add");
  changes.edit(hello, "hello all");
  changes.react(hello, "👍", "remove");
  await connects();
  expect(sent).toEqual([`react ${hello.messageId} 🏠`, `edit ${hello.messageId} hello all`, `unreact ${hello.messageId} 👍`]);
});

test("it survives a crash of the page, in its order", async () => {
  const browser = createBrowser();
  const before = await openTab(browser);
  const { messageId } = await before.says("Is it free?");
  before.changes.react({ ...hello, messageId }, "👍", "add");
  before.changes.edit(hello, "hello you");
  await settle();
  before.crash();
  const after = await openTab(browser);
  await after.connects();
  expect(after.sent).toEqual([`send ${messageId} Is it free?`, `react ${messageId} 👍`, `edit ${hello.messageId} hello you`]);
  expect(browser.disk.size).toBe(0);
});

test("a message that waits itself goes out with its new words; the edit behind it changes nothing more", async () => {
  const { changes, outbox, says, sent, connects } = await openTab();
  const { messageId, conversationId } = await says("Is it fre?");
  changes.edit({ conversationId, messageId }, "Is it free?");
  await settle();
  expect(outbox.entries()[0]).toMatchObject({ messageId, content: "Is it free?", state: "pending" });
  await connects();
  expect(sent).toEqual([`send ${messageId} Is it free?`, `edit ${messageId} Is it free?`]);
});

test("one that waits itself and is deleted never goes out; had back, it does, with all that was done to it", async () => {
  const { changes, outbox, says, sent, connects } = await openTab();
  const { messageId, conversationId } = await says("Never mind");
  const place = { conversationId, messageId };
  changes.react(place, "👍", "add");
  await settle();
  changes.remove(place);
  await settle();
  const leaving = outbox.entries().find(isLeaving);
  await connects();
  expect(sent).toEqual([]);
  changes.undo(leaving?.messageId ?? "");
  await settle();
  expect(sent).toEqual([`send ${messageId} Never mind`, `react ${messageId} 👍`]);
  expect(outbox.entries()).toEqual([]);
});

test("a deletion waits five seconds, also over a crash, and makes everything else of that message void", async () => {
  const browser = createBrowser();
  const before = await openTab(browser);
  const { messageId, conversationId } = await before.says("Never mind");
  before.changes.edit(hello, "hello you");
  before.changes.remove(hello);
  before.changes.edit({ conversationId, messageId }, "Never, ever mind");
  before.changes.remove({ conversationId, messageId });
  await settle();
  before.crash();
  const after = await openTab(browser);
  await vi.advanceTimersByTimeAsync(UNDO_MS - 1);
  expect(after.outbox.entries().filter(isLeaving)).toHaveLength(2);
  await vi.advanceTimersByTimeAsync(1);
  await after.connects();
  expect(after.sent).toEqual([`delete ${hello.messageId}`, `delete ${messageId}`]);
  expect(browser.disk.size).toBe(0);
});

test("where too much waits already, it says so", async () => {
  const { changes, says } = await openTab();
  for (let number = 1; number <= 500; number += 1) await says(`message ${number}`);
  expect(() => changes.react(hello, "👍", "add")).toThrow("Too much");
});
