import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Log, Publisher } from "../ports.ts";
import { createMarkAnnouncer, gatherMs } from "./mark.announcer.ts";

const HOUSE = "the house";
const LARGE = 100;
const WAIT_MS = gatherMs(LARGE);

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A house of so many who listen, and what its people are told of each other, in order. */
const house = (size: number) => {
  const told: string[] = [];
  const listeners = { size };
  const publish = {
    hearersOf: () => listeners.size,
    toConversation: (_, event, payload, { userIds = [], among } = {}) => {
      const { userId, seq } = payload as { userId: string; seq: number };
      const whom = among ? ` to ${among.join(" and ")}` : "";
      told.push(`${event === "message:delivered" ? "holds" : "read"} ${userId} ${seq}${whom}, not to ${userIds.join(" and ")}`);
    },
  } as Partial<Publisher> as Publisher;
  const log = { warn: () => undefined } as Partial<Log> as Log;
  const marks = createMarkAnnouncer({ publish, log });
  const stands: Record<string, { deliveredSeq: number; readSeq: number }> = {};
  const moves = (userId: string, deliveredSeq: number, readSeq: number, keptFrom: string[] = []): void => {
    const shownBefore = stands[userId] ?? { deliveredSeq: 0, readSeq: 0 };
    const shownAfter = { deliveredSeq, readSeq };
    stands[userId] = shownAfter;
    marks.moved({ conversationId: HOUSE, userId, shownBefore, shownAfter, keptFrom, at: "now" });
  };
  return { told, moves, listeners };
};

test("where few hear, everything is told at once", () => {
  const { told, moves } = house(32);
  moves("bob", 1, 0);
  moves("bob", 1, 1);
  expect(told).toEqual(["holds bob 1, not to bob", "read bob 1, not to bob"]);
  expect(vi.getTimerCount()).toBe(0);
});

test("where many hear, bob holds and reads three messages and is told of once", async () => {
  const { told, moves } = house(LARGE);
  moves("bob", 1, 0);
  moves("bob", 2, 2);
  moves("bob", 3, 3);
  await vi.advanceTimersByTimeAsync(WAIT_MS - 1);
  expect(told).toEqual([]);
  await vi.advanceTimersByTimeAsync(1);
  expect(told).toEqual(["read bob 3, not to bob"]);
  await vi.advanceTimersByTimeAsync(10 * WAIT_MS);
  expect(told).toHaveLength(1);
});

test("who has not read all that he holds is told of twice", async () => {
  const { told, moves } = house(LARGE);
  moves("bob", 2, 1);
  await vi.advanceTimersByTimeAsync(WAIT_MS);
  expect(told).toEqual(["holds bob 2, not to bob", "read bob 1, not to bob"]);
});

test("carol, who hears nothing of reading, hears that bob holds it", async () => {
  const { told, moves } = house(LARGE);
  moves("bob", 1, 1, ["carol"]);
  await vi.advanceTimersByTimeAsync(WAIT_MS);
  expect(told).toEqual(["holds bob 1 to carol, not to bob", "read bob 1, not to bob and carol"]);
});

test("moves that are told of in the wrong order are joined in the right one", async () => {
  const { told, moves } = house(LARGE);
  moves("bob", 7, 7);
  moves("bob", 5, 5);
  await vi.advanceTimersByTimeAsync(WAIT_MS);
  expect(told).toEqual(["read bob 7, not to bob"]);
});

test("what moves while the others are told of waits for the next round, also when most have left by then", async () => {
  const { told, moves, listeners } = house(LARGE);
  for (let n = 0; n < 9; n += 1) moves(`person ${n}`, 1, 1);
  vi.advanceTimersByTime(WAIT_MS);
  await Promise.resolve();
  expect(told).toHaveLength(8);
  moves("person 0", 2, 2);
  await vi.advanceTimersByTimeAsync(1);
  expect(told).toHaveLength(9);
  listeners.size = 3;
  moves("person 0", 3, 3);
  expect(told).toHaveLength(9);
  await vi.advanceTimersByTimeAsync(WAIT_MS + 1);
  expect(told.slice(9)).toEqual(["read person 0 3, not to person 0"]);
  moves("person 0", 4, 4);
  expect(told.slice(10)).toEqual(["holds person 0 4, not to person 0", "read person 0 4, not to person 0"]);
});

test("of one conversation no more than ten thousand frames a second are told", () => {
  expect([10, 32, 50, 100, 200].map(gatherMs)).toEqual([0, 0, 250, 1_000, 4_000]);
});
