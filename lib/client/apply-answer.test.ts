import { describe, expect, it } from "vitest";
import { applyConversationAnswer, applyListAnswer, applyPageAnswer, findList } from "./apply-answer.ts";
import { applyEvent } from "./apply-event.ts";
import { behind, cursorOf, emptyInbox, type InboxState, putConversation, putThread } from "./inbox-state.ts";
import { alice, conversation, conversationId, inbox, message, timeOf } from "./testing/conversations.ts";
import { openThread } from "./thread.ts";

const id = conversationId();
const all = { filter: "all", q: "" } as const;
const hear = (state: InboxState, seq: number, given = {}): InboxState =>
  applyEvent(state, { event: "message:received", payload: message(seq, given) });
const place = (number: number) => conversation(1, { id: conversationId(number), updatedAt: timeOf(number) });
const list = (state: InboxState) => findList(state, all)?.ids;

/** Alice holds messages 3 to 5; older ones were not read yet. */
const atTheEnd = (): InboxState => {
  const messages = [3, 4, 5].map((seq) => message(seq));
  const thread = openThread({ messages, hasOlder: true, hasNewer: false }, { rev: 5, lastSeq: 5 });
  return putThread(inbox([conversation(5)], { thread: false }), id, thread);
};
const older = { messages: [message(1), message(2)], hasMore: false, nextCursor: null };

describe("applyPageAnswer", () => {
  it("puts the page before the window", () => {
    const since = atTheEnd();
    const state = applyPageAnswer(since, id, older, { since, kind: "older" });
    expect(state.threads[id]?.messages.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5]);
    expect(behind(state)).toEqual([]);
  });

  it("knows that it may have missed a change of the page's messages while the page was on its way", () => {
    const since = atTheEnd();
    const edited = hear(since, 1, { rev: 6, content: "edited" });
    const state = applyPageAnswer(edited, id, older, { since, kind: "older" });
    expect(state.threads[id]?.messages[0]?.content).toBe("message 1");
    expect(behind(state)).toEqual([id]);
    expect(cursorOf(state, conversation(5, { rev: 6 }))).toBe(5);
  });
});

describe("applyListAnswer", () => {
  const pageOf = (numbers: number[], nextCursor: string | null) => ({ items: numbers.map(place), nextCursor, totalUnread: 0 });
  const first = (state: InboxState, page = pageOf([9, 8], "more")) =>
    applyListAnswer(state, all, page, { since: state, isNext: false });

  it("continues the list with the next page", () => {
    const begun = first(emptyInbox(alice));
    const whole = applyListAnswer(begun, all, pageOf([8, 7], null), { since: begun, isNext: true });
    expect(list(whole)).toEqual([9, 8, 7].map(conversationId));
    expect(findList(whole, all)?.floor).toBeNull();
  });

  it("does not show a conversation from below what was read, for others belong between", () => {
    const opened = putConversation(emptyInbox(alice), place(2));
    expect(list(first(opened))).toEqual([9, 8].map(conversationId));
    expect(list(first(opened, pageOf([9, 8], null)))).toEqual([9, 8, 2].map(conversationId));
  });

  it("keeps the place from which it reads on when the last one of the page moves up", () => {
    const begun = first(emptyInbox(alice));
    const moved = hear(begun, 2, { conversationId: conversationId(8), createdAt: timeOf(30) });
    expect(list(moved)).toEqual([8, 9].map(conversationId));
    const unarchived = applyEvent(moved, { event: "conversation:updated", payload: { ...place(8), id: conversationId(80) } });
    expect(list(unarchived)).toEqual([8, 9, 80].map(conversationId));
  });

  it("shows of a search only what the server found", () => {
    const name = { filter: "all", q: "bob" } as const;
    const state = first(emptyInbox(alice));
    const found = applyListAnswer(state, name, pageOf([8], null), { since: state, isNext: false });
    expect(findList(found, name)?.ids).toEqual([conversationId(8)]);
    expect(findList(hear(found, 2, { conversationId: conversationId(9) }), name)?.ids).toEqual([conversationId(8)]);
  });

  it("does not bring back what was left while the answer was on its way", () => {
    const since = first(emptyInbox(alice));
    const left = applyEvent(since, { event: "conversation:updated", payload: { ...place(9), membership: "left" } });
    const state = applyListAnswer(left, all, pageOf([9, 8], null), { since, isNext: false });
    expect(list(state)).toEqual([conversationId(8)]);
  });

  it("does not undo a count that was told while the answer was on its way", () => {
    const since = inbox([conversation(2)]);
    const now = hear(since, 3);
    const late = { items: [conversation(2)], nextCursor: null, totalUnread: 0 };
    const state = applyListAnswer(now, all, late, { since, isNext: false });
    expect(state.conversations[id]).toMatchObject({ lastSeq: 3, unreadCount: 1 });
    expect(state.totalUnread).toBe(1);
  });
});

describe("applyConversationAnswer", () => {
  it("fills the gap that made one ask", () => {
    const torn = hear(inbox([conversation(2)], { thread: false }), 4);
    expect(behind(torn)).toEqual([id]);
    expect(behind(applyConversationAnswer(torn, conversation(4), torn))).toEqual([]);
  });

  it("finds what was missing", () => {
    const state = hear(emptyInbox(alice), 1);
    expect(applyConversationAnswer(state, conversation(1), state).missing).toEqual([]);
  });
});
