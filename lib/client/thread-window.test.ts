import { describe, expect, it } from "vitest";
import { alice, bob, conversation, message, participant } from "./testing/conversations.ts";
import { firstUnread, windowEdges, windowQuery } from "./thread-window.ts";

const withRead = (lastSeq: number, readSeq: number) =>
  conversation(lastSeq, {
    unreadCount: lastSeq - readSeq,
    participants: [participant(alice, lastSeq, readSeq), participant(bob, lastSeq)],
  });
const pageOf = (from: number, to: number, hasMore: boolean) => ({
  messages: Array.from({ length: to - from + 1 }, (_, index) => message(from + index)),
  hasMore,
  nextCursor: null,
});

describe("windowQuery", () => {
  it("takes the newest page when it holds all that is unread", () => {
    expect(windowQuery(withRead(100, 60), alice)).toEqual({});
    expect(windowQuery(conversation(100), alice)).toEqual({});
  });

  it("reads around the first unread message when that lies further back", () => {
    expect(windowQuery(withRead(100, 59), alice)).toEqual({ around: 60 });
  });
});

describe("windowEdges", () => {
  it("of the newest page has nothing newer", () => {
    expect(windowEdges(pageOf(51, 100, true), {}, 100)).toEqual({ hasOlder: true, hasNewer: false });
    expect(windowEdges(pageOf(1, 3, false), {}, 3)).toEqual({ hasOlder: false, hasNewer: false });
  });

  it("around a place knows the two ends of the conversation", () => {
    expect(windowEdges(pageOf(35, 84, true), { around: 60 }, 100)).toEqual({ hasOlder: true, hasNewer: true });
    expect(windowEdges(pageOf(1, 50, true), { around: 3 }, 100)).toEqual({ hasOlder: false, hasNewer: true });
    expect(windowEdges(pageOf(60, 100, true), { around: 90 }, 100)).toEqual({ hasOlder: true, hasNewer: false });
  });
});

describe("firstUnread", () => {
  it("is the first message of another after the read mark, and no system line", () => {
    const messages = [message(1), message(2, { kind: "system" }), message(3, { senderId: alice }), message(4), message(5)];
    expect(firstUnread(messages, withRead(5, 1), alice)?.seq).toBe(4);
  });

  it("is none when nothing counts as unread", () => {
    expect(firstUnread([message(1)], { ...withRead(1, 0), unreadCount: 0 }, alice)).toBeUndefined();
  });
});
