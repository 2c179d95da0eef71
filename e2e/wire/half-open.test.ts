import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { limits } from "#lib/contract/limits.ts";
import { type Bystanders, createBystanders } from "../harness/bystanders.ts";
import { disconnectAll, gather, type Person } from "../harness/person.ts";
import { beginPolling, openPolling } from "../harness/polling.ts";
import { connectPacket, ENGINE_PATH, openRawDevice, openRawSocket, openWire } from "../harness/raw-socket.ts";
import { defectsIn } from "../harness/server-log.ts";

const baseUrl = inject("baseUrl");
/** Five seconds to be let in, and something for a busy machine. */
const ENTRY_MS = 7_500;
/** Engine.IO's ten seconds for an upgrade, likewise. */
const UPGRADE_MS = 12_500;

/** Fifteen seconds for the headers of a request, looked at every five. */
const HEADERS_MS = 22_500;

let bystanders: Bystanders;
let mallory: Person;
let bob: Person;
let carol: Person;

beforeAll(async () => {
  bystanders = await createBystanders(baseUrl);
  ({ mallory, bob, carol } = await gather(baseUrl, "mallory", "bob", "carol"));
});
afterAll(() => {
  bystanders.leave();
  disconnectAll(mallory, bob, carol);
});

const withSid = (sid: string): string => `${ENGINE_PATH}&sid=${sid}`;

test.concurrent("whoever does not CONNECT is shown out after five seconds", async () => {
  const silent = await Promise.all(Array.from({ length: 50 }, () => openRawSocket(baseUrl)));
  const elsewhere = await openRawSocket(baseUrl);
  elsewhere.says("40/admin,");
  const refused = await openRawSocket(baseUrl);
  refused.says(connectPacket("no token of ours"));
  const times = await Promise.all([...silent, elsewhere, refused].map((raw) => raw.endsWithin(ENTRY_MS)));
  expect(Math.max(...times)).toBeLessThan(ENTRY_MS);
  expect(await refused.hears("44")).toContain('"code":"unauthenticated"');
  await bystanders.stillTalk();
});

test.concurrent("whoever polls and does not CONNECT is forgotten after five seconds", async () => {
  const polling = await openPolling(baseUrl);
  expect(await polling.hears("nothing at all")).toBeUndefined();
  expect((await polling.says('42["socket:ping"]')).status).toBe(400);
});

test.concurrent("an upgrade that is never finished ends, and the connection below it lives", async () => {
  const together = await carol.opens(bob);
  const polling = await openPolling(baseUrl);
  await polling.enters(carol.tokens.accessToken);
  const probe = await openRawSocket(baseUrl, { target: withSid(polling.sid) });
  probe.says("2probe");
  expect(await probe.hears("3probe")).toBe("3probe");
  const second = await openRawSocket(baseUrl, { target: withSid(polling.sid) });
  expect(await second.endsWithin()).toBeLessThan(1_000);
  const heard = polling.hears('42["message:received"');
  expect(await probe.endsWithin(UPGRADE_MS)).toBeLessThan(UPGRADE_MS);
  await bob.says(together, "are you still there?");
  expect(await heard).toContain("are you still there?");
});

test.concurrent("whoever does not finish saying what they want is cut", { timeout: 2 * HEADERS_MS }, async () => {
  const wire = await openWire(baseUrl);
  wire.writes("GET /api/health HTTP/1.1\r\nhost: localhost\r\n");
  const drip = setInterval(() => wire.writes("x: y\r\n"), 1_000);
  expect(await wire.endsWithin(HEADERS_MS)).toBeLessThan(HEADERS_MS);
  clearInterval(drip);
});

test.concurrent("a polling request of ten thousand packets costs the connection", async ({ expect }) => {
  const polling = await openPolling(baseUrl);
  await polling.enters(mallory.tokens.accessToken);
  await polling.says(...Array.from({ length: 10_000 }, () => '42["x"]'));
  await expect.poll(async () => (await polling.says('42["socket:ping"]')).status).toBe(400);
  await bystanders.stillTalk();
});

test.concurrent("a polling request over the limit is too large", async () => {
  const polling = await openPolling(baseUrl);
  expect((await polling.says(`42["${"x".repeat(limits.packetBytes)}"]`)).status).toBe(413);
  await bystanders.stillTalk();
});

test.concurrent("two polls at once end the connection", async () => {
  const polling = await openPolling(baseUrl);
  await polling.enters(mallory.tokens.accessToken);
  const statuses = await Promise.all([polling.gets(), polling.gets()].map((answer) => answer.then(({ status }) => status)));
  expect(statuses).toContain(400);
  expect((await polling.says('42["socket:ping"]')).status).toBe(400);
});

test.concurrent.each([
  ["another version of the protocol", "EIO=3"],
  ["no version at all", ""],
  ["a connection that there is not", "EIO=4&sid=AAAAAAAAAAAAAAAAAAAAAA"],
  ["a connection called __proto__", "EIO=4&sid=__proto__"],
  ["another transport beside it", "EIO=4&transport=constructor&transport=__proto__"],
  ["a script for another page", "EIO=3&j=0"],
])("%s is refused", async (_, query) => {
  expect((await beginPolling(baseUrl, { query })).status).toBe(400);
  const raw = await openRawSocket(baseUrl, { target: `/socket.io/?transport=websocket&${query}` });
  expect(await raw.endsWithin()).toBeLessThan(1_000);
  expect(raw.heard().filter((text) => text.startsWith("0"))).toEqual([]);
});

test.concurrent("the id of somebody else's connection opens nothing", async () => {
  const device = await openRawDevice(baseUrl, bob.tokens.accessToken);
  const { sid }: { sid: string } = JSON.parse((await device.hears("0"))?.slice(1) ?? "{}");
  expect((await beginPolling(baseUrl, { query: `EIO=4&sid=${sid}` })).status).toBe(400);
  const thief = await openRawSocket(baseUrl, { target: withSid(sid) });
  thief.says("2probe");
  thief.says("5");
  expect(await thief.endsWithin()).toBeLessThan(1_000);
  await mallory.says(await mallory.opens(bob), "for bob alone");
  expect(await device.hears('42["message:received"')).toContain("for bob alone");
  expect(thief.heard().filter((text) => text.startsWith("4"))).toEqual([]);
  device.leaves();
});

test("nobody has left a trace in the log", async () => {
  await bystanders.stillTalk();
  expect(defectsIn()).toEqual([]);
});
