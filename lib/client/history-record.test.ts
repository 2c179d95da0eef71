import { describe, expect, it } from "vitest";
import { isWhole, KEPT, type KeptConversation, keptMessages, recallConversations, recallThread } from "./history-record.ts";
import { cursorOf, emptyInbox } from "./inbox-state.ts";
import { alice, conversation, conversationId, inbox, message } from "./testing/conversations.ts";
import { openThread, type Thread } from "./thread.ts";

const range = (from: number, to: number, given = {}) =>
  Array.from({ length: to - from + 1 }, (_, index) => message(from + index, given));
const thread = (from: number, to: number, rev = to): Thread =>
  openThread({ messages: range(from, to), hasOlder: from > 1, hasNewer: false }, { rev, lastSeq: to });
const seqs = ({ messages }: { messages: readonly { seq: number }[] }) => messages.map(({ seq }) => seq);

describe("what is kept of a conversation", () => {
  it("is what the window holds, at most the newest two hundred", () => {
    const kept = keptMessages(undefined, thread(1, 230));
    expect(seqs(kept)).toEqual(range(31, 230).map(({ seq }) => seq));
    expect([kept.hasOlder, kept.rev]).toEqual([true, 230]);
  });

  it("has what was kept before the window in front of it", () => {
    const kept = keptMessages(keptMessages(undefined, thread(1, 60)), thread(41, 70));
    expect(seqs(kept)).toEqual(range(1, 70).map(({ seq }) => seq));
    expect(kept.hasOlder).toBe(false);
  });

  it("lets go of what stood before the window when something in there may have changed", () => {
    const kept = keptMessages(keptMessages(undefined, thread(1, 60)), thread(41, 70, 71));
    expect(seqs(kept)[0]).toBe(41);
    expect(kept.hasOlder).toBe(true);
  });

  it("lets go of what does not reach the window", () => {
    expect(seqs(keptMessages(keptMessages(undefined, thread(1, 60)), thread(70, 90)))[0]).toBe(70);
  });

  it("stays what it was while the window is somewhere else, stale, or not there", () => {
    const former = keptMessages(undefined, thread(1, 10));
    const elsewhere = { ...thread(1, 5), hasNewer: true };
    for (const other of [elsewhere, { ...thread(1, 12), stale: true }, undefined]) {
      expect(keptMessages(former, other)).toBe(former);
    }
    expect(keptMessages(undefined, undefined)).toEqual({ messages: [], hasOlder: true, rev: null });
  });

  it("is whole with all of a short conversation, or two hundred of a long one", () => {
    const of = (rev: number, kept: object): KeptConversation => ({
      userId: alice,
      id: conversationId(),
      conversation: conversation(rev),
      ...keptMessages(undefined, undefined),
      ...kept,
    });
    expect(isWhole(of(10, keptMessages(undefined, thread(1, 10))))).toBe(true);
    expect(isWhole(of(300, keptMessages(undefined, thread(101, 300))))).toBe(true);
    expect(isWhole(of(300, keptMessages(undefined, thread(251, 300))))).toBe(false);
    expect(isWhole(of(11, keptMessages(undefined, thread(1, 10))))).toBe(false);
    expect(isWhole(of(0, {}))).toBe(false);
    expect(KEPT).toEqual({ conversations: 30, messages: 200 });
  });
});

describe("what is recalled", () => {
  const kept = (lastSeq: number, given: Partial<KeptConversation> = {}): KeptConversation => ({
    userId: alice,
    id: conversationId(),
    conversation: conversation(lastSeq, { unreadCount: 2 }),
    ...keptMessages(undefined, thread(1, lastSeq)),
    ...given,
  });

  it("is read from where it was kept: a sync asks for what came after", () => {
    const state = recallThread(emptyInbox(alice), kept(5, { conversation: conversation(8) }));
    expect(seqs(state.threads[conversationId()] ?? { messages: [] })).toEqual([1, 2, 3, 4, 5]);
    expect(cursorOf(state, conversation(8))).toBe(5);
    expect(recallConversations(emptyInbox(alice), [kept(5)]).totalUnread).toBe(2);
  });

  it("never stands in the place of what is held", () => {
    const held = inbox([conversation(9)]);
    expect(recallThread(held, kept(5))).toEqual(held);
  });

  it("is a conversation without messages when none were read", () => {
    const state = recallThread(emptyInbox(alice), kept(5, { messages: [], rev: null }));
    expect(Object.keys(state.conversations)).toEqual([conversationId()]);
    expect(state.threads).toEqual({});
  });
});
