import { expect, test, vi } from "vitest";
import type { PartName } from "#lib/contract/routes/service.ts";
import type { Database } from "#lib/db/client.ts";
import { createHealth } from "./health.ts";

const up = { isUp: () => true };
const down = { isUp: () => false };
const database = (read: () => Promise<never[]>, isAway = false) => ({ read, isAway: () => isAway }) as unknown as Database;
const there = database(async () => []);
const away = database(() => Promise.reject(new Error("away")));
type Parts = Parameters<typeof createHealth>[0];
const parts: Parts["parts"] = { redis: up, jobs: up, mail: up, push: up, storage: up, scanner: up };
const well: Parts = { database: there, freeBytes: async () => 1e12, parts };

test("everything works", async () => {
  const health = await createHealth(well)();
  expect(health.status).toBe("ok");
  expect(Object.values(health.parts).map(({ state }) => state)).toEqual(Array.from({ length: 8 }, () => "up"));
});

const failing: [PartName, Partial<Parts>][] = [
  ["redis", { parts: { ...parts, redis: down } }],
  ["jobs", { parts: { ...parts, jobs: down } }],
  ["mail", { parts: { ...parts, mail: down } }],
  ["push", { parts: { ...parts, push: down } }],
  ["storage", { parts: { ...parts, storage: down } }],
  ["scanner", { parts: { ...parts, scanner: down } }],
  ["disk", { freeBytes: async () => 1_000 }],
  ["disk", { freeBytes: () => Promise.reject(new Error("no such folder")) }],
];
test.each(failing)("without %s people are served all the same", async (part, change) => {
  const { status, parts: seen } = await createHealth({ ...well, ...change })();
  expect([status, seen[part].state]).toEqual(["degraded", "down"]);
  expect(Object.values(seen).filter(({ state }) => state === "down")).toHaveLength(1);
});

test("without the database nobody is, whatever else works", async () => {
  const { status, parts: seen } = await createHealth({ ...well, database: away })();
  expect([status, seen.database.state, seen.mail.state]).toEqual(["down", "down", "up"]);
});

test("one that is known to be away is not asked", async () => {
  const read = vi.fn(async () => []);
  const { status } = await createHealth({ ...well, database: database(read, true) })();
  expect([status, read.mock.calls.length]).toEqual(["down", 0]);
});

test("what is not set up is not down", async () => {
  const { status, parts: seen } = await createHealth({ ...well, parts: { ...parts, mail: undefined, storage: undefined } })();
  expect([status, seen.mail.state, seen.storage.state]).toEqual(["ok", "off", "off"]);
});
