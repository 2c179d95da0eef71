import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { v7 } from "uuid";
import { expect, onTestFinished, test } from "vitest";
import type { ClientEventName } from "#lib/contract/events.ts";
import type { Health } from "#lib/contract/routes/service.ts";
import type { RouteName } from "#lib/contract/routes.ts";
import { signInByCookie } from "../harness/browser-session.ts";
import { createEmptyDatabase } from "../harness/database.ts";
import { openOwnPostgres } from "../harness/own-postgres.ts";
import { gather, type Person, request } from "../harness/person.ts";
import { addressOf, ROUTES, takesBody } from "../harness/routes.ts";
import { samplesFor } from "../harness/samples.ts";
import { startServer } from "../harness/server.ts";
import { defectsIn } from "../harness/server-log.ts";

const NAME = "database-away";
/** What is promised, and what a machine that is busy with other tests gets. */
const ANSWER_MS = 3_000 + 5_000;
const HEAL_MS = 10_000;
/** They need no database. */
const NEEDS_NONE: (ClientEventName | RouteName)[] = [
  "socket:ping",
  "presence:update",
  "typing:start",
  "typing:stop",
  "listing:unwatch",
  "operations:unwatch",
  "GET /api/metrics",
];

type Answered = { what: string; code: string; retryAfterMs: number | undefined; ms: number };
type Refusal = { code?: string; retryAfterMs?: number };

const timed = async (what: string, ask: () => Promise<Refusal>): Promise<Answered> => {
  const startedAt = performance.now();
  const { code = "ok", retryAfterMs } = await ask();
  return { what, code, retryAfterMs, ms: performance.now() - startedAt };
};

const askEveryRoute = (alice: Person): Promise<Answered>[] =>
  ROUTES.map((name) => {
    const { method, path: address } = addressOf(name, v7());
    const body = takesBody(name) ? { body: {} } : {};
    return timed(name, async () => (await alice.http<Refusal>(address, { method, ...body })).body);
  });

const PAGES = ["/inbox", "/bookings", "/settings/account"];
const askPages = (baseUrl: string, cookie: string): Promise<Answered>[] =>
  PAGES.map((address) =>
    timed(address, async () => {
      const answer = await fetch(baseUrl + address, { headers: { cookie }, redirect: "manual" });
      await answer.text();
      return { code: String(answer.status) };
    }),
  );

const askEveryEvent = ({ device, id, tokens }: Person, conversationId: string): Promise<Answered>[] =>
  Object.entries(samplesFor(conversationId, id, tokens.accessToken)).map(([name, input]) =>
    timed(name, async () => {
      const answer = await device.ask(name as ClientEventName, input as never);
      return answer.ok ? {} : answer.error;
    }),
  );

const scene = async () => {
  const database = await openOwnPostgres();
  onTestFinished(database.close);
  const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), "uninest-data-"));
  onTestFinished(() => fs.rmSync(dataDir, { recursive: true, force: true }));
  const DATABASE_URL = await createEmptyDatabase(database.url, "uninest_away");
  const env = { DATABASE_URL, DATA_DIR: dataDir, RATE_LIMIT_FACTOR: "1000" };
  const server = await startServer({ name: NAME, env });
  onTestFinished(async () => {
    await server.stop();
  });
  const ask = (name: string) => request<Health>(`${server.baseUrl}/api/${name}`);
  const healed = async (): Promise<number> => {
    const since = performance.now();
    while ((await ask("health")).status !== 200 && performance.now() - since < HEAL_MS) await delay(50);
    return performance.now() - since;
  };
  return { database, server, ask, healed };
};

test("whatever becomes of the database, everybody hears in time that they are to come back, and then it is well again", {
  timeout: 90_000,
}, async () => {
  const { database, server, ask, healed } = await scene();
  const { alice, bob } = await gather(server.baseUrl, "alice", "bob");
  const conversationId = await alice.opens(bob);

  const cookie = await signInByCookie(server.baseUrl, alice);

  database.freeze();
  const pages = Promise.all(askPages(server.baseUrl, cookie));
  const answers = await Promise.all([...askEveryRoute(alice), ...askEveryEvent(alice, conversationId)]);
  const needy = answers.filter(({ what }) => !(NEEDS_NONE as string[]).includes(what));
  expect(needy.filter(({ code }) => code !== "unavailable")).toEqual([]);
  expect(needy.filter(({ retryAfterMs = 0 }) => retryAfterMs < 1_000 || retryAfterMs > 5_000)).toEqual([]);
  expect(answers.filter(({ ms }) => ms > ANSWER_MS)).toEqual([]);
  const shown = await pages;
  expect(shown.filter(({ ms }) => ms > ANSWER_MS)).toEqual([]);
  // From now on nobody is kept waiting at all; the quickest of some says so on a machine that is busy too.
  const again: Answered[] = [];
  for (let turn = 0; turn < 5; turn += 1)
    again.push(await timed("again", async () => (await alice.http<Refusal>("/api/blocks")).body));
  expect(Math.min(...again.map(({ ms }) => ms))).toBeLessThan(1_000);
  expect(new Set(again.map(({ code }) => code))).toEqual(new Set(["unavailable"]));
  const failed = await Promise.all(askPages(server.baseUrl, cookie));
  expect(failed.map(({ code }) => code)).toEqual(["503", "503", "503"]);
  const [live, ready, health] = await Promise.all([ask("live"), ask("ready"), ask("health")]);
  expect([live.status, ready.status, health.status, health.body.parts.database.state]).toEqual([200, 503, 503, "down"]);
  await alice.device.newsSince(0);
  expect(bob.device.heard("message:received")).toEqual([]);

  database.thaw();
  expect(await healed()).toBeLessThan(HEAL_MS);
  await alice.says(conversationId, "are you there?");
  await bob.device.hears("message:received", ({ content }) => content === "are you there?");

  await database.kill();
  const refused = await alice.device.ask("session:sync", { cursors: {} });
  expect(refused.ok ? "ok" : refused.error.code).toBe("unavailable");
  await database.start();
  expect(await healed()).toBeLessThan(HEAL_MS);
  await alice.says(conversationId, "and now?");
  await bob.device.hears("message:received", ({ content }) => content === "and now?");
  // It was the same process all the time.
  expect([server.process.exitCode, server.process.signalCode]).toEqual([null, null]);
  expect(defectsIn(NAME)).toEqual([]);
});
