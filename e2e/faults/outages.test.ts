import { expect, inject, test } from "vitest";
import { exhaustion } from "./scenarios/exhaustion.ts";
import { farewell } from "./scenarios/farewell.ts";

/** Two seconds for a place, two for a lock; five to heal. A machine that is busy with other tests gets more. */
const ANSWER_MS = 4_000 + 3_000;
const HEAL_MS = 5_000 + 5_000;

test("with every connection of the database taken, all are told to come back, and soon it is well again", {
  timeout: 600_000,
}, async () => {
  const { findings, words, rounds } = await exhaustion(inject("setting"), { rounds: 1 });
  expect(findings, words).toEqual([]);
  for (const { slowestMs, codes, health, healedMs } of rounds) {
    expect(codes).toContain("unavailable");
    expect(codes.filter((code) => code !== "ok" && code !== "unavailable")).toEqual([]);
    expect(slowestMs).toBeLessThan(ANSWER_MS);
    // Whether it finds a free place among those who wait is chance; that it says so in time, one way or the other, is not.
    expect(health.statuses.filter((status) => status !== 200 && status !== 503)).toEqual([]);
    expect(health.slowestMs).toBeLessThan(ANSWER_MS);
    expect(healedMs).toBeLessThan(HEAL_MS);
  }
});

test("a stop with 200 sockets is orderly, and nothing acknowledged is lost", { timeout: 600_000 }, async () => {
  const { findings, words, stops, counts } = await farewell(inject("setting"), { sockets: 200, rounds: 1 });
  expect(findings, words).toEqual([]);
  expect(stops.map(({ exitCode }) => exitCode)).toEqual([0]);
  for (const { drainMs } of stops) expect(drainMs).toBeLessThan(10_000);
  expect(counts.acknowledged).toBeGreaterThan(20);
});
