import { expect, test } from "vitest";
import type { Message } from "#lib/contract/messages.ts";
import { whoIsNamedAnew, whoToTell } from "./reach.policy.ts";
import { type Facts, type Member, type Plan, pairKey } from "./send.policy.ts";

const member = (userId: string, isReachable = true, isMuted = false) => ({ userId, isReachable, isMuted }) as Member;
const news = (...senders: [conversationId: string, senderId: string][]) =>
  ({
    news: senders.map(([conversationId, senderId]) => ({ message: { conversationId, senderId, mentions: [] as string[] } })),
  }) as unknown as Plan;

const heads = new Map([
  ["pair", { members: [member("alice"), member("bob")] }],
  ["house", { members: [member("alice"), member("bob"), member("carol"), member("dan", false)] }],
  ["quiet", { members: [member("alice"), member("bob"), member("carol", true, true), member("dan", false)] }],
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

const naming = (...mentions: string[]) => ({ conversationId: "quiet", senderId: "alice", mentions }) as Message;

test("who has muted it is told of what names them alone, and nobody who named themselves", () => {
  const told = (message: Message) =>
    whoToTell({ news: [{ message }] }, { heads, blocked: new Set() }).map(({ userId }) => userId);
  expect(told(naming())).toEqual(["bob"]);
  expect(told(naming("carol", "dan", "alice"))).toEqual(["bob", "carol"]);
});

test("an edit tells those whom it names anew, each once, and nobody else", () => {
  const told = (before: Message, after: Message, blocked = new Set<string>()) =>
    whoIsNamedAnew(before, after, { heads, blocked }).map(({ userId }) => userId);
  expect(told(naming(), naming("carol"))).toEqual(["carol"]);
  expect(told(naming("carol"), naming("carol", "bob"))).toEqual(["bob"]);
  expect(told(naming("carol"), naming("carol"))).toEqual([]);
  expect(told(naming("carol"), naming())).toEqual([]);
  expect(told(naming(), naming("bob", "carol"), new Set([pairKey("bob", "alice")]))).toEqual(["carol"]);
});
