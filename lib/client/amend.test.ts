import fc from "fast-check";
import { expect, test } from "vitest";
import type { Message } from "#lib/contract/messages.ts";
import { amendMessage, amendRows } from "./amend.ts";
import { messageRows } from "./message-rows.ts";
import type { Change, OutboxEntry } from "./outbox-entry.ts";
import { alice, bob, conversationId, message, participant, timeOf } from "./testing/conversations.ts";
import { OutboxServer } from "./testing/outbox-server.ts";
import { openThread } from "./thread.ts";

const own = (given: Partial<Message> = {}) => message(1, { senderId: alice, content: "hello", ...given });
const change = (kind: Change["kind"], content = "", given: Partial<OutboxEntry> = {}): OutboxEntry => ({
  conversationId: conversationId(),
  messageId: `${kind} ${content}`,
  content,
  change: { kind, of: own().messageId },
  files: [],
  replyTo: null,
  writtenAt: timeOf(9),
  state: "pending",
  error: null,
  heldUntil: null,
  order: 1,
  ...given,
});
const late = { state: "failed", error: { code: "conflict", message: "Too late.", retryable: false } } as const;
const rowsOf = (messages: Message[], changes: OutboxEntry[], waiting: OutboxEntry[] = []) => {
  const thread = openThread({ messages, hasOlder: false, hasNewer: false }, { rev: 9, lastSeq: messages.length });
  const participants = [participant(alice, 9), participant(bob, 9)];
  const context = {
    selfId: alice,
    kind: "direct" as const,
    heardSeq: 1,
    sentSeq: 1,
    participants,
    timeZone: "UTC",
    newFromSeq: null,
  };
  return amendRows(messageRows(thread, waiting, context), changes, alice);
};

test("an edit shows at once with a clock, and in what quotes it", () => {
  const answer = message(2, { replyTo: { messageId: own().messageId, senderId: alice, excerpt: "hello" } });
  const [row, quoting] = rowsOf([own(), answer], [change("edit", "hello you")]);
  expect(row).toMatchObject({ text: "hello you", isEdited: true, status: "pending", refused: null });
  expect(quoting?.replyTo?.excerpt).toBe("hello you");
  const [gone, quotingGone] = rowsOf([own(), answer], [change("delete")]);
  expect(gone).toMatchObject({ isDeleted: true, text: "", status: "read" });
  expect(quotingGone?.replyTo?.excerpt).toBe("");
});

test("what is refused shows why, beside the server's words", () => {
  const refused = change("edit", "hello you", late);
  const [row] = rowsOf([own()], [refused, change("react", "👍")]);
  expect(row).toMatchObject({ text: "hello", isEdited: false, status: "read", refused });
  expect(row?.reactions).toEqual([{ emoji: "👍", userIds: [alice] }]);
  expect(rowsOf([own({ deletedAt: timeOf(5), content: "" })], [refused])[0]?.refused).toBeNull();
});

test("what nobody has seen is not called edited, and a deletion of it that can be had back is no failure", () => {
  const waiting: OutboxEntry = { ...change("edit", "hello you"), messageId: own().messageId, content: "hello you" };
  delete waiting.change;
  const [row] = rowsOf([], [change("edit", "hello you"), change("react", "👍")], [waiting]);
  expect(row).toMatchObject({ text: "hello you", isEdited: false, status: "pending", reactions: [{ emoji: "👍" }] });
  const [leaving] = rowsOf([], [change("delete", "", { state: "failed" })], [{ ...waiting, state: "failed" }]);
  expect(leaving).toMatchObject({ isDeleted: true, status: "pending", refused: null });
});

test("a message without changes is the same one", () => {
  const other = message(2);
  expect(amendMessage(other, [change("edit", "hello you")], alice)).toBe(other);
});

test("whatever waits shows as the server will make it", () => {
  const kind = fc.constantFrom<Change["kind"]>("edit", "delete", "react", "react", "unreact");
  const content = fc.constantFrom("👍", "🏠", "hello");
  fc.assert(
    fc.property(fc.array(fc.tuple(kind, content), { maxLength: 8 }), fc.boolean(), (wishes, isLiked) => {
      const server = new OutboxServer([conversationId()]);
      server.says(alice, own());
      if (isLiked) server.changes(bob, { ...change("react", "👍"), change: { kind: "react", of: own().messageId } });
      const before = server.find(conversationId(), own().messageId);
      if (!before) throw new Error("It is not there.");
      const changes = wishes.map(([wish, words]) => change(wish, words));
      const shown = amendMessage(before, changes, alice);
      for (const one of changes) server.takes(alice, one);
      const after = server.find(conversationId(), own().messageId);
      expect([shown.content, shown.reactions, shown.deletedAt !== null]).toEqual([
        after?.content,
        after?.reactions,
        after?.deletedAt !== null,
      ]);
    }),
  );
});
