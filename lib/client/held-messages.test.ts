import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { ServerEventMessage } from "#lib/contract/events.ts";
import type { HeldMessage } from "#lib/contract/held.ts";
import { takeHeld } from "./held-messages.ts";
import type { OutboxEntry } from "./outbox-entry.ts";
import { conversationId, message, timeOf } from "./testing/conversations.ts";

const held = (messageId: string, over: Partial<HeldMessage> = {}): HeldMessage => ({
  conversationId: conversationId(1),
  messageId,
  content: messageId,
  attachments: [],
  heldAt: timeOf(1),
  state: "waiting",
  rules: [{ rule: "money.crypto", text: "It asks for cryptocurrency." }],
  reason: null,
  ...over,
});

let entries: OutboxEntry[];
const outbox = {
  entries: () => entries,
  put: (entry: OutboxEntry) => {
    entries = [...entries.filter(({ messageId }) => messageId !== entry.messageId), entry];
  },
  confirm: (id: string) => {
    entries = entries.filter(({ messageId }) => messageId !== id);
  },
};
const listeners = new Set<(news: ServerEventMessage) => void>();
const hears = (event: "message:held" | "message:refused", payload: HeldMessage) =>
  takeHeld(outbox, listeners, { event, payload });
const shown = () => entries.map(({ messageId, state }) => `${messageId} ${state}`);

let answer: (items: HeldMessage[]) => void;
beforeEach(() => {
  entries = [];
  const answered = new Promise<Response>((resolve) => {
    answer = (items) => resolve(Response.json({ items }));
  });
  vi.stubGlobal("fetch", () => answered);
});
afterEach(() => vi.unstubAllGlobals());

test("what waits is shown, a refusal with its reason, and what was taken back no more", async () => {
  await hears("message:held", held("one"));
  await hears("message:held", held("two"));
  expect(shown()).toEqual(["one held", "two held"]);
  await hears("message:refused", held("one", { state: "refused", reason: "No." }));
  expect(entries.at(-1)).toMatchObject({ messageId: "one", state: "failed", error: { message: "No.", retryable: false } });
  await takeHeld(outbox, listeners, {
    event: "message:withdrawn",
    payload: { conversationId: conversationId(1), messageId: "two" },
  });
  expect(shown()).toEqual(["one failed"]);
});

test("what is known of it here stays, and what is not yet safe is left alone", async () => {
  await hears("message:held", held("one"));
  entries = entries.map((entry) => ({ ...entry, order: 7, writtenAt: timeOf(9) }));
  await hears("message:held", held("one"));
  expect(entries).toMatchObject([{ order: 7, writtenAt: timeOf(9) }]);
  entries = entries.map((entry) => ({ ...entry, state: "keeping" as const }));
  await hears("message:held", held("one"));
  expect(shown()).toEqual(["one keeping"]);
});

test("asked anew, what waits no longer is gone, and what went out meanwhile does not come back", async () => {
  await hears("message:held", held("over"));
  const asking = takeHeld(outbox, listeners);
  const out = { ...message(1), messageId: "out" };
  for (const listener of listeners) listener({ event: "message:received", payload: out });
  answer([held("out"), held("waits"), held("no", { state: "refused" })]);
  await asking;
  expect(shown()).toEqual(["waits held", "no failed"]);
  expect(listeners.size).toBe(0);
});
