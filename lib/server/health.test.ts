import { expect, test } from "vitest";
import type { PartName } from "#lib/contract/routes/service.ts";
import type { Database } from "#lib/db/client.ts";
import { createHealth } from "./health.ts";

const up = { isUp: () => true };
const down = { isUp: () => false };
const database = (read: () => Promise<never[]>) => ({ read }) as unknown as Database;
const there = database(async () => []);
const away = database(() => Promise.reject(new Error("away")));
type Parts = Parameters<typeof createHealth>[0];
const well: Parts = { database: there, worker: up, mail: up, push: up, freeBytes: async () => 1e12 };

test("everything works", async () => {
  const health = await createHealth(well)();
  expect(health.status).toBe("ok");
  expect(Object.values(health.parts).map(({ state }) => state)).toEqual(["up", "up", "up", "up", "up"]);
});

const failing: [PartName, Partial<Parts>][] = [
  ["jobs", { worker: down }],
  ["mail", { mail: down }],
  ["push", { push: down }],
  ["disk", { freeBytes: async () => 1_000 }],
  ["disk", { freeBytes: () => Promise.reject(new Error("no such folder")) }],
];
test.each(failing)("without %s people are served all the same", async (part, change) => {
  const { status, parts } = await createHealth({ ...well, ...change })();
  expect([status, parts[part].state]).toEqual(["degraded", "down"]);
  expect(Object.values(parts).filter(({ state }) => state === "down")).toHaveLength(1);
});

test("without the database nobody is, whatever else works", async () => {
  const { status, parts } = await createHealth({ ...well, database: away })();
  expect([status, parts.database.state, parts.mail.state]).toEqual(["down", "down", "up"]);
});

test("mail that is not set up is not down", async () => {
  const { status, parts } = await createHealth({ ...well, mail: undefined })();
  expect([status, parts.mail.state]).toEqual(["ok", "off"]);
});
