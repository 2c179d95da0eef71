import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { isAboutMoney, isNewHand, isTakeOver, type Origin, type RiskySend } from "./takeover.policy.ts";

const NOW = new Date("2027-03-01T12:00:00Z");
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const ago = (ms: number): Date => new Date(NOW.getTime() - ms);

const origin = (accountDays: number, sessionDays: number, isTrusted = false): Origin => ({
  accountSince: ago(accountDays * DAY),
  session: { since: ago(sessionDays * DAY), isTrusted },
});

describe("whose hands it may be", () => {
  it.each<[string, Origin, boolean]>([
    ["an old account, signed in today", origin(400, 0), true],
    ["an old account, signed in six days ago", origin(400, 6.9), true],
    ["an old account, signed in a week ago", origin(400, 7), false],
    ["an account of a month", origin(30, 0), false],
    ["an account of a little more", origin(30.1, 0), true],
    ["a new account", origin(1, 0), false],
    ["a sign-in that was found genuine", origin(400, 0, true), false],
    ["a session that is not known any more", { accountSince: ago(400 * DAY), session: undefined }, false],
  ])("%s", (_, given, expected) => expect(isNewHand(given, NOW)).toBe(expected));
});

describe("what is about money", () => {
  it.each<[string[], boolean]>([
    [[], false],
    [["abuse.insult", "offer.too_good"], false],
    [["link.unknown"], false],
    [["link.unknown", "offer.too_good"], false],
    [["link.unknown", "advance.pay_now"], true],
    [["link.to_pay"], true],
    [["link.short"], true],
    [["payment.iban"], true],
    [["contact.messenger"], true],
    [["secret.codes"], true],
    [["account.false_support"], true],
  ])("%j", (rules, expected) => expect(isAboutMoney(rules.map((rule) => ({ rule })))).toBe(expected));
});

const sent = (conversationId: string, hoursAgo: number, isRisky = true): RiskySend => ({
  conversationId,
  isRisky,
  at: ago(hoursAgo * HOUR),
});

describe("when it is taken for a take-over", () => {
  it.each<[string, RiskySend, RiskySend[], boolean]>([
    ["the first", sent("a", 0), [], false],
    ["the same conversation again", sent("a", 0), [sent("a", 1), sent("a", 2)], false],
    ["a second conversation", sent("b", 0), [sent("a", 1)], true],
    ["a second one, after a day", sent("b", 0), [sent("a", 24)], false],
    ["a second one, just within a day", sent("b", 0), [sent("a", 23.9)], true],
    ["harmless words after money words", sent("b", 0, false), [sent("a", 1)], false],
    ["money words after harmless ones", sent("b", 0), [sent("a", 1, false)], false],
  ])("%s", (_, given, recent, expected) => expect(isTakeOver(given, recent)).toBe(expected));
});

const sends = fc.array(
  fc.record({
    conversationId: fc.constantFrom("a", "b", "c", "d"),
    isRisky: fc.boolean(),
    at: fc.integer({ min: 0, max: 48 * 60 }).map((minutes) => ago(minutes * 60_000)),
  }),
  { maxLength: 30 },
);

test("in whatever order things are remembered, and whatever else was sent, money words go into one conversation a day", () => {
  fc.assert(
    fc.property(sends, (given) => {
      const inTime = given.toSorted((one, other) => one.at.getTime() - other.at.getTime());
      const out: RiskySend[] = [];
      const all: RiskySend[] = [];
      for (const send of inTime) {
        const isHeld = isTakeOver(send, all);
        expect(isTakeOver(send, all.toReversed())).toBe(isHeld);
        if (!isHeld && send.isRisky) out.push(send);
        all.push(send);
      }
      for (const one of out)
        for (const other of out) {
          const isNear = Math.abs(one.at.getTime() - other.at.getTime()) < DAY;
          if (isNear) expect(one.conversationId).toBe(other.conversationId);
        }
    }),
  );
});
