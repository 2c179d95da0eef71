import { describe, expect, it } from "vitest";
import type { Message } from "#lib/contract/messages.ts";
import { messageRows } from "./message-rows.ts";
import type { OutboxEntry } from "./outbox-entry.ts";
import { alice, bob, conversationId, message, participant } from "./testing/conversations.ts";
import { openThread, type Thread } from "./thread.ts";

const context = {
  selfId: alice,
  kind: "direct" as "direct" | "group",
  heardSeq: 1,
  sentSeq: 4,
  participants: [participant(alice, 9), participant(bob, 2, 1)],
  timeZone: "Europe/Vienna",
  newFromSeq: null,
};
const at = (time: string) => ({ createdAt: `2026-11-${time}:00.000Z` });
const threadOf = (messages: Message[], given: Partial<Thread> = {}): Thread => ({
  ...openThread({ messages, hasOlder: false, hasNewer: false }, { rev: 9, lastSeq: 9 }),
  ...given,
});
const entry = (messageId: string, state: OutboxEntry["state"] = "pending"): OutboxEntry => ({
  conversationId: conversationId(),
  messageId,
  content: "on its way",
  replyTo: null,
  files: [],
  writtenAt: "2026-11-22T09:30:00.000Z",
  state,
  error: null,
  heldUntil: null,
  order: 1,
});

const file = { kind: "image" as const, name: "a.jpg", byteSize: 9, width: 4, height: 3, durationMs: null };

describe("messageRows", () => {
  it("groups what one person says within five minutes", () => {
    const rows = messageRows(
      threadOf([
        message(1, at("22T09:00")),
        message(2, at("22T09:04")),
        message(3, at("22T09:09")),
        message(4, { ...at("22T09:10"), senderId: alice }),
      ]),
      [],
      context,
    );
    expect(rows.map(({ isFirst, isLast }) => [isFirst, isLast])).toEqual([
      [true, false],
      [false, true],
      [true, true],
      [true, true],
    ]);
  });

  it("leaves the links of somebody plain until they are answered, and those of a group and one's own never", () => {
    const thread = threadOf([message(1), message(2, { senderId: alice })]);
    const plain = (given: Partial<typeof context>) =>
      messageRows(thread, [entry("waits")], { ...context, ...given }).map(({ isPlain }) => isPlain);
    expect(plain({ heardSeq: 1, sentSeq: 0 })).toEqual([true, false, false]);
    expect(plain({ heardSeq: 1, sentSeq: 2 })).toEqual([false, false, false]);
    expect(plain({ kind: "group", heardSeq: 1, sentSeq: 0 })).toEqual([false, false, false]);
  });

  it("opens a day by the reader's zone", () => {
    const night = [message(1, at("21T22:30")), message(2, at("21T23:30"))];
    expect(messageRows(threadOf(night), [], context).map(({ opensDay }) => opensDay)).toEqual([true, true]);
    const utc = { ...context, timeZone: "UTC" };
    expect(messageRows(threadOf(night), [], utc).map(({ opensDay }) => opensDay)).toEqual([true, false]);
  });

  it("puts no day above a first message that others may precede, so that nothing moves when they come", () => {
    const [first] = messageRows(threadOf([message(5)], { hasOlder: true }), [], context);
    expect(first?.opensDay).toBe(false);
  });

  it("puts the line above the first unread message and breaks the group there", () => {
    const both = threadOf([message(1, at("22T09:00")), message(2, at("22T09:01"))]);
    const rows = messageRows(both, [], { ...context, newFromSeq: 2 });
    expect(rows.map(({ opensNew, isFirst, isLast }) => [opensNew, isFirst, isLast])).toEqual([
      [false, true, true],
      [true, true, true],
    ]);
  });

  it("tells how far each of one's own messages has got", () => {
    const own = [1, 2, 3].map((seq) => message(seq, { senderId: alice }));
    expect(messageRows(threadOf([...own, message(4)]), [], context).map(({ status }) => status)).toEqual([
      "read",
      "delivered",
      "sent",
      null,
    ]);
  });

  it("shows what is on its way at the end, and never beside its stored self", () => {
    const stored = message(1, { senderId: alice });
    const rows = messageRows(threadOf([stored]), [entry(stored.messageId), entry("new"), entry("bad", "failed")], context);
    expect(rows.map(({ key, status }) => [key, status])).toEqual([
      [stored.messageId, "read"],
      ["new", "pending"],
      ["bad", "failed"],
    ]);
  });

  it("says once until when the sending is held up: below the last of those that wait", () => {
    const waiting = [
      entry("a", "failed"),
      { ...entry("b"), heldUntil: 5 },
      entry("c"),
      entry("d", "failed"),
      entry("e", "keeping"),
    ];
    const rows = messageRows(threadOf([]), waiting, context);
    expect(rows.map(({ key, heldUntil }) => [key, heldUntil])).toEqual([
      ["a", null],
      ["b", null],
      ["c", 5],
      ["d", null],
      ["e", null],
    ]);
  });

  it("shows what came before its predecessor, so that a sent message never disappears", () => {
    const early = message(3, { senderId: alice });
    const rows = messageRows(threadOf([message(1)], { early: [early] }), [entry(early.messageId)], context);
    expect(rows.map(({ seq }) => seq)).toEqual([1, 3]);
  });

  it("tells of files, of those on their way and of what a message answers, and of none that is deleted", () => {
    const photo = { ...file, id: "photo", contentType: "image/webp", placeholder: null };
    const quoting = (seq: number, of: number) => {
      const { messageId, senderId } = message(of);
      return message(seq, { replyTo: { messageId, senderId, excerpt: "" } });
    };
    const gone = message(2, { attachments: [photo], deletedAt: "2026-11-22T09:20:00.000Z" });
    const stored = [message(1, { attachments: [photo] }), gone, quoting(3, 1), quoting(4, 2)];
    const waiting = { ...entry("new"), files: [{ ...file, key: "k", attachmentId: null }] };
    const rows = messageRows(threadOf(stored), [waiting], context);
    expect(rows.map(({ attachments, quoted, files }) => [attachments.length, quoted.length, files.length])).toEqual([
      [1, 0, 0],
      [0, 0, 0],
      [0, 1, 0],
      [0, 0, 0],
      [0, 0, 1],
    ]);
  });

  it("shows nothing on its way below a window of the past", () => {
    expect(messageRows(threadOf([message(1)], { hasNewer: true }), [entry("new")], context)).toHaveLength(1);
  });
});
