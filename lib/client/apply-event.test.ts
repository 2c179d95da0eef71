import { describe, expect, it } from "vitest";
import type { ServerEventMessage } from "#lib/contract/events.ts";
import { MUTED_FOR_GOOD } from "#lib/contract/page-limits.ts";
import { applyEvent, applyOwnRead } from "./apply-event.ts";
import { behind, cursorOf, type InboxState } from "./inbox-state.ts";
import { bookingCard, bookingLine } from "./testing/bookings.ts";
import { alice, bob, carol, conversation, conversationId, inbox, message, participant, timeOf } from "./testing/conversations.ts";
import { viewingCard, viewingLine } from "./testing/viewings.ts";

const id = conversationId();
const received = (seq: number, given = {}): ServerEventMessage => ({ event: "message:received", payload: message(seq, given) });
const delivered = (userId: string, seq: number): ServerEventMessage => ({
  event: "message:delivered",
  payload: { conversationId: id, userId, seq, at: timeOf(99) },
});
const read = (userId: string, seq: number): ServerEventMessage => ({
  event: "read_receipt:received",
  payload: { conversationId: id, userId, seq, lastReadAt: timeOf(99) },
});
const counted = (unreadCount: number, totalUnread: number, second: number): ServerEventMessage => ({
  event: "unread_count:updated",
  payload: { conversationId: id, unreadCount, totalUnread, lastSeq: 3, updatedAt: timeOf(second) },
});
const apply = (state: InboxState, ...news: ServerEventMessage[]) => news.reduce((next, one) => applyEvent(next, one), state);

const seqs = (state: InboxState) => state.threads[id]?.messages.map(({ seq }) => seq);
const marksOf = (state: InboxState, userId: string) => {
  const person = state.conversations[id]?.participants.find((one) => one.userId === userId);
  return [person?.deliveredSeq, person?.readSeq];
};

describe("message:received", () => {
  it("extends the thread and the conversation", () => {
    const state = apply(inbox([conversation(2)]), received(3));
    expect(seqs(state)).toEqual([1, 2, 3]);
    expect(state.conversations[id]).toMatchObject({ lastSeq: 3, rev: 3, lastMessage: { seq: 3 }, updatedAt: timeOf(3) });
    expect(behind(state)).toEqual([]);
  });

  it("counts somebody else's message once, however often it comes", () => {
    const state = apply(inbox([conversation(2)]), received(3), received(3));
    expect(seqs(state)).toEqual([1, 2, 3]);
    expect(state.conversations[id]?.unreadCount).toBe(1);
    expect(state.totalUnread).toBe(1);
  });

  it("raises its sender's own marks", () => {
    const state = apply(inbox([conversation(2)]), received(3));
    expect(marksOf(state, bob)).toEqual([3, 3]);
    expect(marksOf(state, alice)).toEqual([2, 2]);
  });

  it("raises no marks when the server speaks in somebody's name", () => {
    const line = received(3, { kind: "system", system: bookingLine({ event: "expire", by: "server" }) });
    expect(marksOf(apply(inbox([conversation(2)]), line), bob)).toEqual([2, 2]);
    const lapse = received(3, { kind: "system", system: viewingLine({ event: "lapse", by: "server" }) });
    expect(marksOf(apply(inbox([conversation(2)]), lapse), bob)).toEqual([2, 2]);
    const step = received(3, { kind: "system", system: viewingLine() });
    expect(marksOf(apply(inbox([conversation(2)]), step), bob)).toEqual([3, 3]);
  });

  it("shows a changed card in place of the one before, and counts nothing for it", () => {
    const card = message(3, { kind: "system", system: bookingCard() });
    const changed = { ...card, rev: 4, system: bookingCard({ status: "approved", version: 2 }) };
    const state = apply(
      inbox([conversation(2)]),
      { event: "message:received", payload: card },
      { event: "message:edited", payload: changed },
    );
    expect(state.threads[id]?.messages.at(-1)).toEqual(changed);
    expect(state.conversations[id]).toMatchObject({ rev: 4, lastMessage: changed, unreadCount: 1 });
    expect(behind(state)).toEqual([]);
  });

  it("clears the count when it is one's own, from another device", () => {
    const unread = conversation(2, { unreadCount: 1, participants: [participant(alice, 1), participant(bob, 2)] });
    const state = apply(inbox([unread]), received(3, { senderId: alice }));
    expect(state.conversations[id]?.unreadCount).toBe(0);
    expect(state.totalUnread).toBe(0);
    expect(marksOf(state, alice)).toEqual([3, 3]);
  });

  it("does not count a message that the server's own count holds already", () => {
    const state = apply(inbox([conversation(2)]), counted(1, 1, 4), received(3));
    expect(state.conversations[id]?.unreadCount).toBe(1);
    expect(state.totalUnread).toBe(1);
  });

  it("does not count it either when it is dated by a clock that goes ahead", () => {
    const unread = conversation(2, { participants: [participant(alice, 0), participant(bob, 2)] });
    const state = apply(inbox([unread]), counted(1, 1, 4), received(3, { createdAt: timeOf(3600) }));
    expect(state.totalUnread).toBe(1);
  });

  it("does not count it either where lines that do not count stand before it", () => {
    const line = message(2, { kind: "system", system: bookingLine() });
    const read = conversation(2, { lastMessage: line, participants: [participant(alice, 2, 1), participant(bob, 2)] });
    const state = apply(inbox([read]), counted(1, 1, 4), received(3));
    expect(state.conversations[id]?.unreadCount).toBe(1);
    expect(state.totalUnread).toBe(1);
  });

  it("counts a message that the server's last count does not know of, however it is dated", () => {
    const state = apply(inbox([conversation(2)]), received(3), counted(1, 1, 4), received(4, { createdAt: timeOf(1) }));
    expect(state.conversations[id]?.unreadCount).toBe(2);
    expect(state.totalUnread).toBe(2);
  });

  it("does not count plain system lines, but the cards of viewings as those of bookings", () => {
    const asked = received(3, { kind: "system", system: viewingLine() });
    const viewing = received(4, { kind: "system", system: viewingCard() });
    expect(apply(inbox([conversation(2)]), asked, viewing).totalUnread).toBe(1);
    const line = received(3, { kind: "system", system: bookingLine() });
    const card = received(4, { kind: "system", system: bookingCard() });
    expect(apply(inbox([conversation(2)]), line).totalUnread).toBe(0);
    expect(apply(inbox([conversation(2)]), line, card).totalUnread).toBe(1);
  });

  it("keeps what came after a hole aside until the hole is filled", () => {
    const torn = apply(inbox([conversation(2)]), received(4));
    expect(seqs(torn)).toEqual([1, 2]);
    expect(behind(torn)).toEqual([id]);
    const whole = apply(torn, received(3));
    expect(seqs(whole)).toEqual([1, 2, 3, 4]);
    expect(behind(whole)).toEqual([]);
  });

  it("keeps the cursor before the hole, so that a sync fills it", () => {
    const torn = apply(inbox([conversation(2)]), received(4));
    expect(cursorOf(torn, conversation(4))).toBe(2);
    const threadless = apply(inbox([conversation(2)], { thread: false }), received(4), received(5));
    expect(cursorOf(threadless, conversation(5))).toBe(2);
    expect(behind(threadless)).toEqual([id]);
  });

  it("leaves a window of the past as it is", () => {
    const state = inbox([conversation(2)]);
    const thread = state.threads[id];
    if (!thread) throw new Error("the thread is missing");
    const past = { ...state, threads: { [id]: { ...thread, hasNewer: true } } };
    expect(seqs(apply(past, received(3)))).toEqual([1, 2]);
  });

  it("never puts an older version in place of a newer one", () => {
    const edited = received(2, { rev: 3, content: "edited" });
    const state = apply(inbox([conversation(2)]), edited, received(2));
    expect(state.threads[id]?.messages[1]?.content).toBe("edited");
    expect(state.conversations[id]?.lastMessage?.content).toBe("edited");
    expect(state.conversations[id]?.updatedAt).toBe(timeOf(2));
  });

  it("moves the conversation to the top of the list", () => {
    const other = conversation(1, { id: conversationId(2), updatedAt: timeOf(5) });
    const state = inbox([conversation(1), other]);
    expect(apply(state, counted(0, 0, 1)).lists[0]?.ids).toEqual([id, other.id]);
    expect(apply(state, received(6, { seq: 2, rev: 2 })).lists[0]?.ids).toEqual([id, other.id]);
    const below = inbox([other, conversation(1)]);
    expect(apply(below, received(6, { seq: 2, rev: 2 })).lists[0]?.ids).toEqual([id, other.id]);
  });

  it("of a conversation that is not held says that it is missing", () => {
    expect(apply(inbox([]), received(1)).missing).toEqual([id]);
  });

  it("starts an empty thread", () => {
    const state = apply(inbox([conversation(0)]), received(2), received(1));
    expect(seqs(state)).toEqual([1, 2]);
    expect(state.threads[id]?.hasOlder).toBe(false);
  });
});

describe("receipts", () => {
  it("message:delivered raises the mark, and never lowers it", () => {
    const state = apply(
      inbox([conversation(0, { lastSeq: 5, rev: 5 })], { thread: false }),
      delivered(bob, 4),
      delivered(bob, 2),
    );
    expect(marksOf(state, bob)).toEqual([4, 0]);
  });

  it("read_receipt:received raises both marks, and never lowers them", () => {
    const state = apply(
      inbox([conversation(0, { lastSeq: 5, rev: 5 })], { thread: false }),
      read(bob, 4),
      read(bob, 3),
      delivered(bob, 1),
    );
    expect(marksOf(state, bob)).toEqual([4, 4]);
  });

  it("one's own reading of everything clears the count, whatever comes first", () => {
    const unread = conversation(2, { unreadCount: 2, participants: [participant(alice, 0), participant(bob, 2)] });
    for (const news of [
      [read(alice, 2), counted(0, 0, 9)],
      [counted(0, 0, 9), read(alice, 2)],
    ]) {
      const state = apply(inbox([unread]), ...news);
      expect(state.conversations[id]?.unreadCount).toBe(0);
      expect(state.totalUnread).toBe(0);
    }
  });

  it("one's own reading of a part leaves the count to the server", () => {
    const unread = conversation(4, { unreadCount: 3, participants: [participant(alice, 1), participant(bob, 4)] });
    expect(apply(inbox([unread]), read(alice, 2)).conversations[id]?.unreadCount).toBe(2);
    expect(apply(inbox([unread]), read(alice, 1)).conversations[id]?.unreadCount).toBe(3);
  });

  it("somebody else's reading leaves one's own count alone", () => {
    const unread = conversation(2, { unreadCount: 2, participants: [participant(alice, 0), participant(bob, 1)] });
    expect(apply(inbox([unread]), read(bob, 2)).totalUnread).toBe(2);
  });

  it("of a conversation that is not held change nothing", () => {
    const state = inbox([]);
    expect(apply(state, read(bob, 2), delivered(bob, 1))).toBe(state);
  });

  it("the answer to one's own reading sets mark and counts", () => {
    const unread = conversation(3, { unreadCount: 3, participants: [participant(alice, 0), participant(bob, 3)] });
    const state = applyOwnRead(inbox([unread]), id, { readSeq: 2, unreadCount: 1, totalUnread: 7 });
    expect(marksOf(state, alice)).toEqual([2, 2]);
    expect(state.conversations[id]?.unreadCount).toBe(1);
    expect(state.totalUnread).toBe(7);
  });
});

describe("conversation:created and conversation:updated", () => {
  it("a new conversation enters the list in its place", () => {
    const other = conversation(0, { id: conversationId(2), updatedAt: timeOf(50) });
    const state = apply(inbox([conversation(1)]), { event: "conversation:created", payload: other });
    expect(state.lists[0]?.ids).toEqual([other.id, id]);
  });

  it("a pin that arrives after a message which it does not know yet still holds", () => {
    const pinned: ServerEventMessage = { event: "conversation:updated", payload: conversation(2, { pinned: true }) };
    const state = apply(inbox([conversation(2)]), received(3), pinned);
    expect(state.conversations[id]).toMatchObject({ pinned: true, lastSeq: 3, unreadCount: 1 });
  });

  it("an archived conversation leaves the list of all and enters that of the archived", () => {
    const state = inbox([conversation(1)]);
    const archive = { filter: "archived", q: "", ids: [], floor: null, nextCursor: null } as const;
    const moved = apply(
      { ...state, lists: [...state.lists, archive] },
      { event: "conversation:updated", payload: conversation(1, { archived: true }) },
    );
    expect(moved.lists.map(({ ids }) => ids)).toEqual([[], [id]]);
  });

  it("a revision that no message explains asks for a sync", () => {
    const renamed = conversation(2, { rev: 3, title: "House chat" });
    const state = apply(inbox([conversation(2)]), { event: "conversation:updated", payload: renamed });
    expect(state.conversations[id]?.title).toBe("House chat");
    expect(behind(state)).toEqual([id]);
  });

  it("never lowers a mark that was heard of before", () => {
    const state = apply(inbox([conversation(2, { participants: [participant(alice, 2), participant(bob, 0)] })]), read(bob, 2), {
      event: "conversation:updated",
      payload: conversation(2, { pinned: true, participants: [participant(alice, 2), participant(bob, 0)] }),
    });
    expect(marksOf(state, bob)).toEqual([2, 2]);
  });

  it("one that the person has left goes with its messages and its count", () => {
    const state = apply(
      inbox([conversation(2, { unreadCount: 2, participants: [participant(alice, 0), participant(bob, 2)] })]),
      {
        event: "conversation:updated",
        payload: conversation(2, { membership: "left" }),
      },
    );
    expect(state).toMatchObject({ conversations: {}, threads: {}, totalUnread: 0 });
    expect(state.lists[0]?.ids).toEqual([]);
  });
});

describe("session:ready", () => {
  const answer = (given: object): ServerEventMessage => ({
    event: "session:ready",
    payload: {
      userId: alice,
      deviceId: carol,
      status: "resumed",
      heldMessages: 0,
      countedAt: timeOf(90),
      serverTime: timeOf(90),
      unreadCounts: {},
      totalUnread: 0,
      changes: [],
      ...given,
    },
  });
  const change = (given: object = {}) => ({
    conversation: conversation(4, { unreadCount: 2, participants: [participant(alice, 2), participant(bob, 4)] }),
    messages: [message(3), message(4)],
    complete: true,
    ...given,
  });

  it("takes back nothing of one's own view that moved while it was on its way", () => {
    const before = inbox([conversation(2)]);
    const marked = apply(before, { event: "conversation:updated", payload: conversation(2, { markedUnread: true }) });
    const greeting = answer({ changes: [change({ conversation: conversation(2), messages: [] })] });
    expect(applyEvent(marked, greeting, {}, before).conversations[id]?.markedUnread).toBe(true);
    expect(applyEvent(marked, greeting, {}, marked).conversations[id]?.markedUnread).toBe(false);
  });

  it("brings what was missed", () => {
    const news = answer({ changes: [change()], unreadCounts: { [id]: 2 }, totalUnread: 2 });
    const state = apply(inbox([conversation(2)]), news);
    expect(seqs(state)).toEqual([1, 2, 3, 4]);
    expect(state.conversations[id]?.unreadCount).toBe(2);
    expect(state.totalUnread).toBe(2);
    expect(behind(state)).toEqual([]);
    expect(apply(state, news)).toEqual(state);
  });

  it("keeps what was heard while it was on its way", () => {
    const state = apply(inbox([conversation(2)]), received(3), received(4), received(5), answer({ changes: [change()] }));
    expect(seqs(state)).toEqual([1, 2, 3, 4, 5]);
    expect(state.conversations[id]?.lastSeq).toBe(5);
  });

  it("takes counts that it does not name as nothing, unless a later one was told", () => {
    const unread = conversation(2, { unreadCount: 2, participants: [participant(alice, 0), participant(bob, 2)] });
    expect(apply(inbox([unread]), answer({})).conversations[id]?.unreadCount).toBe(0);
    const later = apply(inbox([unread]), counted(1, 1, 95), answer({}));
    expect(later.conversations[id]?.unreadCount).toBe(1);
    expect(later.totalUnread).toBe(1);
  });

  it("takes no notice of a count that was taken before it and comes after it", () => {
    const state = apply(inbox([conversation(2)]), answer({ unreadCounts: { [id]: 2 }, totalUnread: 2 }), counted(1, 1, 85));
    expect(state.conversations[id]?.unreadCount).toBe(2);
    expect(state.totalUnread).toBe(2);
    expect(apply(state, counted(0, 0, 95)).totalUnread).toBe(0);
  });

  it("marks a thread as stale when more was missed than the change tells", () => {
    const state = apply(inbox([conversation(2)]), answer({ changes: [change({ messages: [message(4)], complete: false })] }));
    expect(state.threads[id]?.stale).toBe(true);
    expect(behind(state)).toEqual([]);
  });

  it("does not take the newest messages of a conversation that was not asked for as all that was missed", () => {
    const state = applyEvent(inbox([conversation(2)]), answer({ changes: [change({ messages: [message(4)] })] }), {});
    expect(behind(state)).toEqual([id]);
  });

  it("drops a conversation that the person is no longer in", () => {
    const left = change({ conversation: conversation(4, { membership: "left" }), messages: [] });
    expect(apply(inbox([conversation(2)]), answer({ changes: [left] })).conversations).toEqual({});
  });

  it("drops what it holds of a conversation that the person has left and joined again, and takes what there is now", () => {
    const held = inbox([conversation(2)], { [id]: [message(1), message(2)] });
    const left = change({ conversation: conversation(6, { membership: "left" }), messages: [] });
    const anew = change({ conversation: conversation(6), messages: [message(6)] });
    const state = apply(held, answer({ changes: [left, anew] }));
    expect(state.conversations[id]).toEqual(conversation(6));
    expect(state.threads[id]).toBeUndefined();
  });
});

describe("one's own view", () => {
  const other = conversation(1, { id: conversationId(2), participants: [participant(alice, 1), participant(carol, 1)] });
  const group = conversation(1, { id: conversationId(3), kind: "group" });
  const at = timeOf(9);

  it("is muted until a time or for good, and heard again", () => {
    const until = timeOf(50);
    const muted = apply(inbox([conversation(1)]), { event: "conversation:muted", payload: { conversationId: id, until } });
    expect(muted.conversations[id]?.mutedUntil).toBe(until);
    const forGood = apply(muted, { event: "conversation:muted", payload: { conversationId: id, until: null } });
    expect(forGood.conversations[id]?.mutedUntil).toBe(MUTED_FOR_GOOD);
    const heard = apply(forGood, { event: "conversation:unmuted", payload: { conversationId: id, until: null } });
    expect(heard.conversations[id]?.mutedUntil).toBeNull();
  });

  it("shows a block in every direct conversation with that person, and nowhere else", () => {
    const state = apply(inbox([conversation(1), other, group]), { event: "user:blocked", payload: { userId: bob, at } });
    expect(Object.values(state.conversations).map(({ blocked }) => blocked)).toEqual(["by_me", "none", "none"]);
    const after = apply(state, { event: "user:unblocked", payload: { userId: bob, at } });
    expect(Object.values(after.conversations).map(({ blocked }) => blocked)).toEqual(["none", "none", "none"]);
  });

  it("knows nothing of others' reading after a change of what is shared, and all of one's own", () => {
    const shared = { readReceipts: false, presence: true, linkPreviews: true };
    const state = apply(inbox([conversation(2)]), { event: "preferences:updated", payload: shared });
    expect([marksOf(state, alice), marksOf(state, bob)]).toEqual([
      [2, 2],
      [2, 0],
    ]);
  });

  it("loses a conversation that one was removed from", () => {
    const removed = conversation(2, { membership: "left" });
    const state = apply(inbox([conversation(2), other]), { event: "conversation:removed", payload: removed });
    expect([Object.keys(state.conversations), state.threads]).toEqual([[other.id], {}]);
  });

  it("takes news of a conversation that is not held without harm", () => {
    const state = inbox([other]);
    expect(apply(state, { event: "conversation:muted", payload: { conversationId: id, until: null } })).toBe(state);
    expect(apply(state, { event: "user:blocked", payload: { userId: bob, at } })).toBe(state);
  });
});

describe("news that concerns no conversation", () => {
  it("changes nothing", () => {
    const state = inbox([conversation(1)]);
    const typing = { conversationId: id, userId: bob, userName: "Bob", isTyping: true, expiresAt: timeOf(5) };
    const news: ServerEventMessage[] = [
      { event: "typing:indicator", payload: typing },
      { event: "presence:changed", payload: { userId: bob, status: "online", lastSeenAt: null } },
      { event: "socket:pong", payload: { serverTime: timeOf(5) } },
      { event: "session:revoked", payload: { reason: "signed out" } },
    ];
    expect(apply(state, ...news)).toBe(state);
  });
});
