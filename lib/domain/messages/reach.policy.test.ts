import { expect, test } from "vitest";
import { whoToTell } from "./reach.policy.ts";
import { type Facts, type Member, type Plan, pairKey } from "./send.policy.ts";

const member = (userId: string, isTold = true) => ({ userId, isTold }) as Member;
const news = (...senders: [conversationId: string, senderId: string][]) =>
  ({ news: senders.map(([conversationId, senderId]) => ({ message: { conversationId, senderId } })) }) as Plan;

const heads = new Map([
  ["pair", { members: [member("alice"), member("bob")] }],
  ["house", { members: [member("alice"), member("bob"), member("carol"), member("dan", false)] }],
]) as Facts["heads"];
const told = (plan: Plan, blocked = new Set<string>()): string[] =>
  whoToTell(plan, { heads, blocked }).map(({ conversationId, userId }) => `${conversationId} ${userId}`);

test("everybody else with a browser that is told, once for a conversation; nobody who wrote alone, and nobody without one", () => {
  expect(told(news())).toEqual([]);
  expect(told(news(["pair", "alice"], ["pair", "alice"]))).toEqual(["pair bob"]);
  expect(told(news(["house", "alice"], ["pair", "alice"]))).toEqual(["house bob", "house carol", "pair bob"]);
  expect(told(news(["pair", "alice"], ["pair", "bob"]))).toEqual(["pair bob", "pair alice"]);
});

test("nobody is told of what somebody wrote whom they keep away, or who keeps them away", () => {
  expect(told(news(["house", "alice"]), new Set([pairKey("bob", "alice")]))).toEqual(["house carol"]);
  expect(told(news(["house", "alice"], ["house", "carol"]), new Set([pairKey("bob", "alice")]))).toEqual([
    "house carol",
    "house alice",
    "house bob",
  ]);
});
