import { afterAll, beforeAll, expect, test } from "vitest";
import type { ConnectedPeople } from "#lib/contract/connections.ts";
import type { Pulse } from "#lib/contract/pulse.ts";
import { type ModeratedHouse, openModeratedHouse } from "../harness/moderation.ts";
import { OWN_SERVER_MS } from "../harness/own-server.ts";
import type { Device, Person } from "../harness/person.ts";
import { diesAtOnce, signInElsewhere } from "../harness/sign-ins.ts";

let house: ModeratedHouse;
let alice: Person;
let bob: Person;
let mia: Person;
let ada: Person;

beforeAll(async () => {
  house = await openModeratedHouse("pulse");
  ({ alice, bob, mia, ada } = house);
}, OWN_SERVER_MS);
afterAll(() => house.close());

/** A beat comes every five seconds. */
const BEAT_MS = 15_000;
const watch = (device: Device) => device.does("operations:watch", {});
const pulses = (device: Device): Pulse[] => device.heard("operations:pulse");
const hearsPulse = (device: Device, where: (pulse: Pulse) => boolean) =>
  expect.poll(() => pulses(device).some(where), { timeout: BEAT_MS }).toBe(true);

test("an admin who watches sees what people do, as it is; nobody else hears any of it", { timeout: 60_000 }, async () => {
  const { since, samples } = await watch(ada.device);
  expect(Date.parse(since)).toBeLessThan(Date.now());
  expect(samples.at(-1)).toMatchObject({ pool: { size: 16 }, jobs: { dead: 0 }, reports: 0 });
  const together = await alice.opens(bob);
  const { seq } = await alice.says(together, "Is the room still free?");
  await bob.device.does("message:ack", { conversationId: together, seq });
  await alice.device.ask("message:send", {} as never);
  await hearsPulse(ada.device, ({ sample }) => sample.messages >= 1 && sample.delivery !== null);
  const { sample, errorsByCode } = pulses(ada.device).at(-1) ?? expect.fail("no pulse");
  expect(sample).toMatchObject({ connections: 6, people: 6, jobs: { dead: 0 }, reports: 0 });
  expect(sample.delivery?.p50).toBeGreaterThan(0);
  expect(errorsByCode.validation_failed).toBeGreaterThanOrEqual(1);
  // What was said, and by whom, is in none of it.
  expect(JSON.stringify(pulses(ada.device))).not.toMatch(new RegExp(`${alice.id}|${together}|room`));

  await alice.http("/api/reports", { method: "POST", body: { conversationId: together, userId: bob.id, reason: "spam" } });
  await hearsPulse(ada.device, (pulse) => pulse.sample.reports === 1);
  for (const { device } of [alice, bob, mia]) expect(pulses(device)).toEqual([]);
});

test("an admin sees who is connected, and by what, and nothing of what passes", async () => {
  const phone = await signInElsewhere(house.baseUrl, bob, "Bob's phone");
  const { body } = await ada.http<ConnectedPeople>("/api/admin/connections");
  expect(body).toMatchObject({ people: 6, connections: 7, node: expect.any(String) });
  expect(body.items).toHaveLength(6);
  expect(body.items[0]).toEqual({
    user: { id: bob.id, name: "bob", role: "student" },
    connections: [
      { since: expect.any(String), transport: "websocket", device: "Bob's phone" },
      { since: expect.any(String), transport: "websocket", device: null },
    ],
  });
  phone.device.leaves();
  const left = async () => (await ada.http<ConnectedPeople>("/api/admin/connections")).body.connections;
  await expect.poll(left).toBe(6);
  expect(JSON.stringify(body)).not.toMatch(/address|token|127\.0\.0\.1|@/);
});

test("it is for admins, asked again each time", async () => {
  for (const { device } of [alice, mia])
    expect(await device.ask("operations:watch", {})).toMatchObject({ ok: false, error: { code: "forbidden" } });
  const device = await ada.connects();
  await watch(device);
  await device.does("operations:unwatch", {});
  const before = pulses(device).length;
  await hearsPulse(ada.device, ({ sample }) => Date.parse(sample.at) > Date.now() - 1_000);
  expect(pulses(device)).toHaveLength(before);
  device.leaves();
});

test("who is no admin any more hears no more of it, whoever did that", { timeout: 60_000 }, async () => {
  const eve = await ada.connects();
  await watch(eve);
  await house.sql("update users set role = 'moderator' where id = $1", ada.id);
  await diesAtOnce(eve, performance.now(), 3_000);
  const back = await ada.connects();
  expect(await back.ask("operations:watch", {})).toMatchObject({ ok: false, error: { code: "forbidden" } });
  back.leaves();
});
