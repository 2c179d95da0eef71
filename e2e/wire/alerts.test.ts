import { v7 } from "uuid";
import { afterAll, afterEach, beforeAll, expect, inject, test } from "vitest";
import { alertLimits } from "#lib/contract/alert-rules.ts";
import type { AlertPage, Alerts, PublishedAlert } from "#lib/contract/alerts.ts";
import { createEmptyDatabase } from "../harness/database.ts";
import { OWN_SECRET, OWN_SERVER_MS } from "../harness/own-server.ts";
import { createPerson, type Device, disconnectAll, gather, type HttpAnswer, type Person, request } from "../harness/person.ts";
import { expectProblem } from "../harness/problem.ts";
import { type RunningServer, startServer } from "../harness/server.ts";
import { execute } from "../harness/sql.ts";

/** A server of its own: what is told to everybody would break the silence of every other test. */

let server: RunningServer;
let databaseUrl: string;
let alice: Person;
let bob: Person;
let ada: Person;
let desk: Device;

beforeAll(async () => {
  databaseUrl = await createEmptyDatabase(inject("postgresUrl"), "uninest_alerts");
  const env = { DATABASE_URL: databaseUrl, AUTH_SECRET: OWN_SECRET, RATE_LIMIT_FACTOR: "1000" };
  server = await startServer({ name: "alerts", env });
  ({ alice, ada } = await gather(server.baseUrl, "alice", "ada"));
  bob = await createPerson(server.baseUrl, "bob", "landlord");
  await execute(databaseUrl, "update users set role = 'admin' where id = $1", [ada.id]);
  desk = await ada.connects();
}, OWN_SERVER_MS);
afterEach(() =>
  execute(databaseUrl, "update alerts set ended_at = clock_timestamp(), ended_by = published_by where ended_at is null"),
);
afterAll(async () => {
  desk.leaves();
  disconnectAll(alice, bob, ada);
  await server.stop();
});

const PAUSE = {
  severity: "warning",
  title: "A short pause tonight",
  body: "Messages wait from 02:00 to 02:10.\nNothing is lost.",
};
const publish = (person: Person, alert: object = PAUSE) =>
  person.http<PublishedAlert>("/api/admin/alerts", { method: "POST", body: alert });
const end = (person: Person, id: string) => person.http<PublishedAlert>(`/api/admin/alerts/${id}/end`, { method: "POST" });
const current = async (person: Person) => (await person.http<Alerts>("/api/alerts")).body.items;
const problem = (answer: HttpAnswer<unknown>) => answer as HttpAnswer<Record<string, unknown>>;

test("an admin tells everybody who is signed in, at once and once; who comes later finds it, until it is taken back", async () => {
  const phone = await alice.connects();
  const { status, body: alert } = await publish(ada);
  expect(status).toBe(201);
  expect(alert).toEqual({
    ...PAUSE,
    id: alert.id,
    at: expect.any(String),
    publishedBy: { id: ada.id, name: "ada" },
    endedAt: null,
    endedBy: null,
  });
  const told = { ...PAUSE, id: alert.id, at: alert.at };
  const devices = [alice.device, phone, bob.device, desk];
  for (const device of devices) {
    expect(await device.hears("alert:published", ({ id }) => id === alert.id)).toEqual(told);
    await device.newsSince(0);
    expect(device.heard("alert:published", ({ id }) => id === alert.id)).toHaveLength(1);
  }
  const carol = await createPerson(server.baseUrl, "carol");
  expect(await current(carol)).toEqual([told]);

  const marks = devices.map((device) => device.mark());
  const over = (await end(ada, alert.id)).body;
  expect(over).toMatchObject({ id: alert.id, endedAt: expect.any(String), endedBy: { id: ada.id, name: "ada" } });
  for (const device of [...devices, carol.device])
    expect(await device.hears("alert:ended", ({ id }) => id === alert.id)).toEqual({ id: alert.id, at: over.endedAt });
  expect(await current(carol)).toEqual([]);

  // Once more, from elsewhere: answered as it is, and told to nobody.
  expect((await end(ada, alert.id)).body).toEqual(over);
  for (const [index, device] of devices.entries())
    expect(await device.newsSince(marks[index] ?? 0)).toEqual([
      { event: "alert:ended", payload: { id: alert.id, at: over.endedAt } },
    ]);
  phone.leaves();
  disconnectAll(carol);
});

test("nobody but an admin publishes, ends or lists, and nobody hears of a try", async () => {
  const { body: alert } = await publish(ada);
  await bob.device.hears("alert:published", ({ id }) => id === alert.id);
  const marks = [alice.device.mark(), bob.device.mark(), desk.mark()];
  for (const person of [alice, bob]) {
    expectProblem("publishing", problem(await publish(person)), "forbidden");
    expectProblem("ending", problem(await end(person, alert.id)), "forbidden");
    expectProblem("ending what is not there", problem(await end(person, v7())), "forbidden");
    expectProblem("listing", await person.http("/api/admin/alerts"), "forbidden");
  }
  for (const [index, device] of [alice.device, bob.device, desk].entries())
    expect(await device.newsSince(marks[index] ?? 0)).toEqual([]);
  expect((await current(alice)).map(({ id }) => id)).toEqual([alert.id]);
});

test("who is signed out is told nothing: not over HTTP, and there is no line without a session", async () => {
  await publish(ada);
  for (const [method, path] of [
    ["GET", "/api/alerts"],
    ["GET", "/api/admin/alerts"],
    ["POST", "/api/admin/alerts"],
  ] as const)
    expectProblem(
      path,
      await request(server.baseUrl + path, { method, ...(method === "POST" ? { body: PAUSE } : {}) }),
      "unauthenticated",
    );
  const dora = await createPerson(server.baseUrl, "dora");
  await dora.http("/api/tokens", { method: "DELETE" });
  await expect.poll(() => dora.device.socket.connected).toBe(false);
  const { body: second } = await publish(ada, { ...PAUSE, title: "And another" });
  await alice.device.hears("alert:published", ({ id }) => id === second.id);
  expect(dora.device.heard("alert:published", ({ id }) => id === second.id)).toEqual([]);
  expect(dora.device.socket.connected).toBe(false);
});

test("what is announced has a title and a text of bounded length, and is known by no other name", async () => {
  for (const [what, alert] of [
    ["no title", { ...PAUSE, title: "  " }],
    ["a title of two lines", { ...PAUSE, title: "one\ntwo" }],
    ["a long title", { ...PAUSE, title: "x".repeat(alertLimits.titleCharacters + 1) }],
    ["no text", { ...PAUSE, body: " \n " }],
    ["a long text", { ...PAUSE, body: "x".repeat(alertLimits.bodyCharacters + 1) }],
    ["a severity of one's own", { ...PAUSE, severity: "panic" }],
    ["somebody else's name", { ...PAUSE, publishedBy: alice.id }],
  ] as const)
    expectProblem(what, problem(await publish(ada, alert)), "validation_failed");
  expectProblem("ending what is not there", problem(await end(ada, v7())), "not_found");
  expect(await current(alice)).toEqual([]);
});

test("only so many stand at a time, however many admins publish at once", async () => {
  const answers = await Promise.all(Array.from({ length: 40 }, () => publish(ada)));
  const published = answers.filter(({ status }) => status === 201);
  expect(published).toHaveLength(alertLimits.current);
  for (const answer of answers) if (!published.includes(answer)) expectProblem("too many", problem(answer), "conflict");
  const standing = await current(bob);
  expect(standing).toHaveLength(alertLimits.current);
  expectProblem("one more", problem(await publish(ada)), "conflict");
  await end(ada, standing[0]?.id ?? "");
  expect((await publish(ada)).status).toBe(201);
});

test("the list of admins has all that there ever was, newest first, page by page", async () => {
  const { body: last } = await publish(ada, { ...PAUSE, title: "The newest" });
  const seen: PublishedAlert[] = [];
  let cursor: string | null = null;
  do {
    const query: string = cursor === null ? "" : `&cursor=${cursor}`;
    const { body }: { body: AlertPage } = await ada.http<AlertPage>(`/api/admin/alerts?limit=2${query}`);
    seen.push(...body.items);
    cursor = body.nextCursor;
  } while (cursor !== null);
  expect(seen[0]).toEqual(last);
  expect(new Set(seen.map(({ id }) => id)).size).toBe(seen.length);
  expect(seen.map(({ at }) => at)).toEqual(
    seen
      .map(({ at }) => at)
      .sort()
      .reverse(),
  );
  const [{ count } = { count: 0 }] = await execute(databaseUrl, "select count(*)::int as count from alerts");
  expect(seen).toHaveLength(Number(count));
  expectProblem("a cursor of one's own", await ada.http("/api/admin/alerts?cursor=mine"), "validation_failed");
});
