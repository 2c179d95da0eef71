import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import postgres from "postgres";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import type { MessagePage } from "#lib/contract/messages.ts";
import { startEmbeddedPostgres } from "#lib/db/embedded/embedded-postgres.ts";
import { createEmptyDatabase } from "../harness/database.ts";
import { connectDevice, gather, request } from "../harness/person.ts";
import { type RunningServer, startServer } from "../harness/server.ts";

const START_MS = 180_000;
let dataDir: string;
let running: RunningServer | undefined;

beforeAll(() => {
  dataDir = fs.mkdtempSync(path.join(os.tmpdir(), "uninest-start-up-"));
  // The account that PostgreSQL runs under must be able to enter.
  fs.chmodSync(dataDir, 0o755);
});
afterAll(async () => {
  await running?.stop();
  fs.rmSync(dataDir, { recursive: true, force: true });
});

const lockFile = (): string => path.join(dataDir, "pg", "postmaster.pid");
const isPostgresThere = (): boolean => fs.existsSync(lockFile());

/** Starts on the folder that all tests here share; the database in it is the embedded one. */
const start = async (name: string, env: Record<string, string> = {}): Promise<RunningServer> => {
  running = await startServer({ name, env: { DATABASE_URL: "", DATA_DIR: dataDir, ...env } });
  return running;
};

const execute = async (url: string, statement: string): Promise<void> => {
  const client = postgres(url, { max: 1, onnotice: () => undefined });
  await client.unsafe(statement);
  await client.end();
};

test("a database that may forget what it has acknowledged is refused", { timeout: START_MS }, async () => {
  const url = await createEmptyDatabase(inject("postgresUrl"), "uninest_forgetful");
  await execute(url, "alter database uninest_forgetful set synchronous_commit = off");
  const refused = startServer({ name: "forgetful", env: { DATABASE_URL: url, AUTH_SECRET: "x".repeat(40) } });
  await expect(refused).rejects.toThrow("would lose acknowledged messages: synchronous_commit must not be off");
});

test("what was acknowledged survives kill -9: the next start takes the database over", { timeout: 2 * START_MS }, async () => {
  const first = await start("killed");
  const { alice, bob } = await gather(first.baseUrl, "alice", "bob");
  const together = await alice.opens(bob);
  await alice.says(together, "acknowledged");
  const ended = new Promise((resolve) => first.process.once("exit", resolve));
  first.process.kill("SIGKILL");
  await ended;
  expect(isPostgresThere()).toBe(true);
  const postmaster = fs.readFileSync(lockFile(), "utf8").split("\n")[0];

  const second = await start("adopted");
  expect(fs.readFileSync(lockFile(), "utf8").split("\n")[0]).toBe(postmaster);
  const { accessToken: token } = bob.tokens;
  const history = async () =>
    (await request<MessagePage>(`${second.baseUrl}/api/conversations/${together}/messages`, { token })).body.messages;
  expect((await history()).map(({ content }) => content)).toEqual(["acknowledged"]);

  const { port } = new URL(second.baseUrl);
  const again = startServer({ name: "started-twice", env: { DATABASE_URL: "", DATA_DIR: dataDir, PORT: port } });
  await expect(again).rejects.toThrow("EADDRINUSE");
  expect(await history()).toHaveLength(1);
  const device = await connectDevice(second.baseUrl, token);
  device.leaves();
  expect(await second.stop()).toBe(0);
  expect(isPostgresThere()).toBe(false);
});

test("the demo is not loaded beside real people, and the database does not stay behind", { timeout: START_MS }, async () => {
  await expect(start("demo-refused", { DEMO: "1" })).rejects.toThrow("holds real accounts, so no demo data is loaded into it");
  expect(isPostgresThere()).toBe(false);
});

test("an embedded database with fsync off is refused, and does not stay behind", { timeout: START_MS }, async () => {
  const embedded = await startEmbeddedPostgres(path.join(dataDir, "pg"));
  await execute(embedded.url, "alter system set fsync = off");
  await embedded.stop();
  await expect(start("no-fsync")).rejects.toThrow("would lose acknowledged messages: fsync must not be off");
  expect(isPostgresThere()).toBe(false);
});

test("a wrong setting is named", { timeout: START_MS }, async () => {
  await expect(start("wrong-setting", { PUBLIC_URL: "javascript:alert(1)" })).rejects.toThrow("PUBLIC_URL");
  await expect(start("short-secret", { AUTH_SECRET: "short" })).rejects.toThrow("AUTH_SECRET");
  expect(isPostgresThere()).toBe(false);
});
