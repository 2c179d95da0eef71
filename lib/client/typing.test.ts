import { describe, expect, it } from "vitest";
import { alice, bob, conversationId } from "./testing/conversations.ts";
import { applyTyping, clearTyping, expireTyping, nextExpiry } from "./typing.ts";

const id = conversationId();
const NOW = Date.UTC(2026, 10, 22, 9);
const indicator = (userId: string, isTyping: boolean, afterMs = 5_000) => ({
  conversationId: id,
  userId,
  userName: userId === bob ? "Bob" : "Alice",
  isTyping,
  expiresAt: new Date(NOW + afterMs).toISOString(),
});
const bobTypes = applyTyping({}, indicator(bob, true), NOW, 0);

describe("applyTyping", () => {
  it("notes who types, once", () => {
    expect(applyTyping(bobTypes, indicator(bob, true), NOW, 0)).toEqual({
      [id]: [{ userId: bob, name: "Bob", expiresAt: NOW + 5_000 }],
    });
  });

  it("forgets who says to have stopped, and nobody else", () => {
    const both = applyTyping(bobTypes, indicator(alice, true), NOW, 0);
    expect(applyTyping(both, indicator(bob, false), NOW, 0)[id]?.map(({ name }) => name)).toEqual(["Alice"]);
    expect(applyTyping(bobTypes, indicator(bob, false), NOW, 0)).toEqual({});
  });

  it("goes by the server's clock", () => {
    const late = indicator(bob, true, 65_000);
    expect(nextExpiry(applyTyping({}, late, NOW, 60_000))).toBe(NOW + 5_000);
    expect(applyTyping({}, indicator(bob, true, -1), NOW, 0)).toEqual({});
  });

  it("lets nobody type for longer than five seconds, whatever the clocks say", () => {
    expect(nextExpiry(applyTyping({}, indicator(bob, true, 3_600_000), NOW, 0))).toBe(NOW + 5_000);
  });
});

describe("expireTyping", () => {
  it("ends each in time", () => {
    expect(expireTyping(bobTypes, NOW + 4_999)).toBe(bobTypes);
    expect(expireTyping(bobTypes, NOW + 5_000)).toEqual({});
  });
});

describe("clearTyping", () => {
  it("changes nothing for somebody who did not type", () => {
    expect(clearTyping(bobTypes, id, alice)).toBe(bobTypes);
    expect(clearTyping(bobTypes, id, bob)).toEqual({});
  });
});
