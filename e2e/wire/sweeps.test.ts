import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { openBooks } from "../harness/booking-books.ts";
import { requests, untilDone } from "../harness/bookings.ts";
import { createEmptyDatabase } from "../harness/database.ts";
import { createHome, type Home } from "../harness/homes.ts";
import { OWN_SERVER_MS } from "../harness/own-server.ts";
import { createPerson, disconnectAll, type Person } from "../harness/person.ts";
import { type RunningServer, startServer } from "../harness/server.ts";
import { defectsIn, linesIn } from "../harness/server-log.ts";
import { execute } from "../harness/sql.ts";

const NAMES = ["sweeps-1", "sweeps-2", "sweeps-3"];
const ROOMS = 60;

let servers: RunningServer[] = [];
let databaseUrl: string;
let lena: Person;
let anna: Person;
let home: Home;

beforeAll(async () => {
  databaseUrl = await createEmptyDatabase(inject("postgresUrl"), "uninest_sweeps");
  const env = { DATABASE_URL: databaseUrl, AUTH_SECRET: "x".repeat(40), RATE_LIMIT_FACTOR: "1000", DATABASE_POOL: "4" };
  const [first = "", ...others] = NAMES;
  servers = [await startServer({ name: first, env })];
  servers.push(...(await Promise.all(others.map((name) => startServer({ name, env })))));
  const [{ baseUrl } = { baseUrl: "" }] = servers;
  [lena, anna] = await Promise.all([createPerson(baseUrl, "lena", "landlord"), createPerson(baseUrl, "anna")]);
  home = await createHome(databaseUrl, lena.id, { rooms: ROOMS });
}, 2 * OWN_SERVER_MS);
afterAll(async () => {
  disconnectAll(lena, anna);
  await Promise.all(servers.map((server) => server.stop()));
});

test("three processes look for what is overdue at once: each booking ends once, and is told of once", async () => {
  const asked = await Promise.all(home.roomIds.map((roomId) => untilDone(() => requests(anna, { roomId }))));
  expect(new Set(asked.map(({ status }) => status))).toEqual(new Set([201]));
  await execute(databaseUrl, "update bookings set deadline_at = clock_timestamp() - interval '1 second'");
  const ends = async (): Promise<string[]> => {
    const { entries } = await openBooks(databaseUrl, home.roomIds);
    return entries.filter(({ status }) => status !== "expired").map(({ id }) => id);
  };
  await expect.poll(ends, { timeout: 30_000, interval: 100 }).toEqual([]);
  const { entries, faults } = await openBooks(databaseUrl, home.roomIds);
  expect(faults).toEqual([]);
  expect(entries.map(({ lines }) => lines)).toEqual(home.roomIds.map(() => ["request", "expire"]));
  expect(NAMES.flatMap((name) => defectsIn(name))).toEqual([]);
  // Two that end one booking meet at the key of its event: the second fails, and says so.
  expect(NAMES.flatMap((name) => linesIn(name, /could not be ended/))).toEqual([]);
});
