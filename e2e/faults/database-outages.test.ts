import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { expect, inject, onTestFinished, test } from "vitest";
import { gather } from "../harness/person.ts";
import { startServer } from "../harness/server.ts";
import { databaseOutages, type OutageName } from "./scenarios/database-outages.ts";

/** Three seconds are promised; a machine that is busy with other tests gets more. */
const ANSWER_MS = 3_000 + 5_000;
const HEAL_MS = 10_000;
const GROWN_MIB = 40;
/** Those that are most unlike each other; `npm run faults` knows more. */
const NAMES: OutageName[] = ["killed", "frozen", "cut off", "one backend killed"];

test("the database is killed, frozen and cut off under load: nothing lost, and well again by itself", {
  timeout: 600_000,
}, async () => {
  const run = await databaseOutages(inject("setting"), { names: NAMES, awayMs: 3_500 });
  const { findings, words, rounds, exits, grownMib, counts } = run;
  expect(findings, words).toEqual([]);
  expect(exits).toBe(0);
  expect(rounds.map(({ name }) => name)).toEqual(NAMES);
  expect(rounds.filter(({ asked }) => asked.codes.some((code) => code !== "ok" && code !== "unavailable"))).toEqual([]);
  expect(rounds.filter(({ asked }) => asked.slowestMs > ANSWER_MS)).toEqual([]);
  expect(rounds.filter(({ healedMs }) => healedMs > HEAL_MS)).toEqual([]);
  // One backend's end may be over before anybody asks.
  for (const { asked } of rounds.slice(0, -1)) expect(asked.codes).toContain("unavailable");
  expect(grownMib).toBeLessThan(GROWN_MIB);
  expect(counts.acknowledged).toBeGreaterThan(50);
});

test("an embedded database that is killed is started again, and holds what was acknowledged", { timeout: 600_000 }, async () => {
  const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), "uninest-embedded-"));
  fs.chmodSync(dataDir, 0o755);
  const server = await startServer({ name: "embedded-killed", env: { DATABASE_URL: "", DATA_DIR: dataDir } });
  onTestFinished(async () => {
    await server.stop();
    fs.rmSync(dataDir, { recursive: true, force: true });
  });
  const { alice, bob } = await gather(server.baseUrl, "alice", "bob");
  const conversationId = await alice.opens(bob);
  await alice.says(conversationId, "before");
  const postmaster = (): number => Number(fs.readFileSync(path.join(dataDir, "pg", "postmaster.pid"), "utf8").split("\n")[0]);
  const first = postmaster();
  process.kill(first, "SIGKILL");
  const since = performance.now();
  const isBack = async (): Promise<boolean> => (await alice.http("/api/conversations")).status === 200;
  while (!(await isBack()) && performance.now() - since < HEAL_MS) await delay(50);
  expect(performance.now() - since).toBeLessThan(HEAL_MS);
  expect([postmaster() === first, server.process.exitCode]).toEqual([false, null]);
  await alice.says(conversationId, "after");
  const { body } = await bob.http<{ messages: { content: string }[] }>(`/api/conversations/${conversationId}/messages`);
  expect(body.messages.map(({ content }) => content).sort()).toEqual(["after", "before"]);
});
