import { describe, expect, test } from "vitest";
import { responseFigures, type Thread } from "./response.policy.ts";

const NOW = new Date("2026-11-25T12:00:00.000Z");
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** A thread that began so long ago, and was answered after so long; null: not at all. */
const thread = (ago: number, wait: number | null): Thread => {
  const askedAt = new Date(NOW.getTime() - ago);
  return { askedAt, answeredAt: wait === null ? null : new Date(askedAt.getTime() + wait) };
};
const many = (count: number, ago: number, wait: number | null) => Array.from({ length: count }, () => thread(ago, wait));

const CASES: { what: string; threads: Thread[]; told: [number, number | null, number | null] }[] = [
  { what: "nobody has asked", threads: [], told: [0, null, null] },
  { what: "nine threads are too few", threads: many(9, 2 * DAY, HOUR), told: [9, null, null] },
  { what: "ten are enough", threads: many(10, 2 * DAY, HOUR), told: [10, 60, 100] },
  { what: "nothing is answered", threads: many(10, 2 * DAY, null), told: [10, null, 0] },
  {
    what: "one that nobody answered lowers the rate, not the median",
    threads: [...many(11, 2 * DAY, HOUR), thread(DAY, null)],
    told: [12, 60, 92],
  },
  {
    what: "what is younger than a day and unanswered does not count yet",
    threads: [...many(10, 2 * DAY, HOUR), thread(DAY - 1, null)],
    told: [10, 60, 100],
  },
  {
    what: "what is younger than a day and answered does",
    threads: [...many(10, 2 * DAY, HOUR), thread(HOUR, MINUTE)],
    told: [11, 60, 100],
  },
  {
    what: "what is older than thirty days does not count",
    threads: [...many(10, 30 * DAY, HOUR), thread(30 * DAY + 1, null)],
    told: [10, 60, 100],
  },
  {
    what: "of an even number the middle lies between two",
    threads: [...many(5, 2 * DAY, 10 * MINUTE), ...many(5, 2 * DAY, 30 * MINUTE)],
    told: [10, 20, 100],
  },
  {
    what: "one long silence does not move the middle",
    threads: [...many(10, 9 * DAY, 10 * MINUTE), thread(9 * DAY, 8 * DAY)],
    told: [11, 10, 100],
  },
];

describe("how a landlord answers", () => {
  test.each(CASES)("$what", ({ threads, told: [count, medianMinutes, answeredPercent] }) => {
    expect(responseFigures(threads, NOW)).toEqual({ threads: count, medianMinutes, answeredPercent });
  });
});
