import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createTokenLives, tokenSchedule } from "./token-life.ts";

const now = new Date("2026-11-25T12:00:00.000Z");
const after = (seconds: number) => new Date(now.getTime() + seconds * 1_000);

beforeEach(() => vi.useFakeTimers({ now }));
afterEach(() => vi.useRealTimers());

test.each([
  ["a fresh one of a quarter of an hour", 900, 900, { warnInMs: 840_000, closeInMs: 960_000 }],
  ["one with ten seconds left", 900, 10, { warnInMs: 0, closeInMs: 70_000 }],
  ["one that ended half a minute ago", 900, -30, { warnInMs: 0, closeInMs: 30_000 }],
  ["one that ended long ago", 900, -3_600, { warnInMs: 0, closeInMs: 0 }],
  ["a fresh one of three minutes", 180, 180, { warnInMs: 120_000, closeInMs: 240_000 }],
  ["a fresh one of three seconds", 3, 3, { warnInMs: 2_000, closeInMs: 4_000 }],
  ["a fresh one of a second", 1, 1, { warnInMs: 667, closeInMs: 1_333 }],
  ["one of years", 900, 10 ** 9, { warnInMs: 2_147_483_647, closeInMs: 2_147_483_647 }],
])("%s", (_, lifeSeconds, leftSeconds, expected) => {
  expect(tokenSchedule({ expiresAt: after(leftSeconds), now, lifeMs: lifeSeconds * 1_000 })).toEqual(expected);
});

const watched = () => {
  const told: string[] = [];
  const lives = createTokenLives<string>({
    lifeMs: 900_000,
    clock: () => new Date(),
    onExpiring: (bearer, expiresAt) => told.push(`${bearer} expiring ${expiresAt}`),
    onExpired: (bearer) => told.push(`${bearer} expired`),
  });
  return { lives, told };
};

test("a token that nobody renews is warned of once and then over", () => {
  const { lives, told } = watched();
  lives.begin("alice", after(900));
  vi.advanceTimersByTime(839_999);
  expect(told).toEqual([]);
  vi.advanceTimersByTime(1);
  expect(told).toEqual(["alice expiring 2026-11-25T12:15:00.000Z"]);
  vi.advanceTimersByTime(120_000);
  expect(told).toEqual(["alice expiring 2026-11-25T12:15:00.000Z", "alice expired"]);
  expect(vi.getTimerCount()).toBe(0);
});

test("a fresh token takes the place of the one before, however often, with one timer", () => {
  const { lives, told } = watched();
  lives.begin("alice", after(900));
  vi.advanceTimersByTime(850_000);
  lives.begin("alice", after(1_800));
  lives.begin("alice", after(1_800));
  expect(vi.getTimerCount()).toBe(1);
  vi.advanceTimersByTime(889_999);
  expect(told).toHaveLength(1);
});

test("nothing is left of a socket that has gone", () => {
  const { lives, told } = watched();
  lives.begin("alice", after(900));
  lives.end("alice");
  expect(vi.getTimerCount()).toBe(0);
  vi.advanceTimersByTime(2_000_000);
  expect(told).toEqual([]);
});
