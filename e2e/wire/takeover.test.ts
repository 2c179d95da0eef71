import { v7 } from "uuid";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { TokenPair } from "#lib/contract/accounts.ts";
import type { HeldCase } from "#lib/contract/held.ts";
import type { Message, MessagePage } from "#lib/contract/messages.ts";
import type { SafetyLine } from "#lib/contract/safety-line.ts";
import { type ModeratedHouse, openModeratedHouse } from "../harness/moderation.ts";
import { OWN_SERVER_MS } from "../harness/own-server.ts";
import { connectDevice, createPerson, type Device, disconnectAll, type Person, request } from "../harness/person.ts";

const MONEY = "Your deposit is refunded in full if you change your mind.";

let house: ModeratedHouse;
let mia: Person;
let max: Person;

beforeAll(async () => {
  house = await openModeratedHouse("takeover");
  ({ mia, max } = house);
}, OWN_SERVER_MS);
afterAll(() => house.close());

/** A landlord of long standing with tenants, and a device on which the account was signed in just now. */
const openHouse = async (name: string, count: number) => {
  const landlord = await createPerson(house.baseUrl, name, "landlord");
  await house.sql("update users set created_at = now() - interval '400 days' where id = $1", landlord.id);
  await house.sql("update sessions set created_at = now() - interval '300 days' where user_id = $1", landlord.id);
  const tenants = await Promise.all(Array.from({ length: count }, (_, index) => createPerson(house.baseUrl, `${name} ${index}`)));
  const rooms = await Promise.all(tenants.map((tenant) => tenant.opens(landlord)));
  const { body: tokens } = await request<TokenPair>(`${house.baseUrl}/api/tokens`, {
    method: "POST",
    body: { email: landlord.email, password: landlord.password },
  });
  const stranger = await connectDevice(house.baseUrl, tokens.accessToken);
  return { landlord, tenants, rooms, stranger, close: () => disconnectAll(landlord, ...tenants, { device: stranger }) };
};

const writes = (device: Device, conversationId: string, content = MONEY) =>
  device.ask("message:send", { conversationId, messageId: v7(), content });
const historyOf = async ({ http }: Person, id: string): Promise<Message[]> =>
  (await http<MessagePage>(`/api/conversations/${id}/messages`)).body.messages;
const decides = ({ http }: Person, about: Person, what: string, body: object = {}) =>
  http<HeldCase>(`/api/admin/held/${about.id}/${what}`, { method: "POST", body });

const warnings = (messages: Message[]): SafetyLine[] =>
  messages.flatMap(({ system }) => (system?.type === "safety_warning" ? [system] : []));
const hearsWarning = ({ device }: Person) => device.hears("message:received", ({ system }) => system?.type === "safety_warning");

test("an account that was taken over: the first goes out, the other nine wait, ten are warned, and one step restores it all", async () => {
  const { landlord, tenants, rooms, stranger, close } = await openHouse("lena", 10);
  const marks = tenants.map(({ device }) => device.mark());
  const answers = [];
  for (const room of rooms) answers.push(await writes(stranger, room));
  expect(answers[0]).toMatchObject({ ok: true });
  for (const answer of answers.slice(1))
    expect(answer).toMatchObject({ ok: false, error: { code: "content_rejected", details: { held: true } } });

  // A warning stands in all ten, and of what waits nobody has heard a word.
  for (const tenant of tenants) await hearsWarning(tenant);
  for (const [index, tenant] of tenants.entries()) {
    const heard = await tenant.device.newsSince(marks[index] ?? 0);
    expect(JSON.stringify(heard).includes(MONEY), tenant.name).toBe(index === 0);
    const messages = await historyOf(tenant, rooms[index] ?? "");
    expect(warnings(messages)).toEqual([{ type: "safety_warning", by: "server", state: "standing" }]);
    const { body: summary } = await tenant.http(`/api/conversations/${rooms[index]}`);
    expect(summary).toMatchObject({ unreadCount: index === 0 ? 1 : 0, lastSeq: index === 0 ? 2 : 1 });
  }
  // The one that went out has its notice, at once and after a reload.
  const [first] = tenants;
  if (!first) throw new Error("there is nobody");
  const marked = await first.device.hears("message:edited", ({ content }) => content === MONEY);
  expect(marked.notices).toContainEqual({ rule: "account.takeover", severity: "warning", text: expect.any(String) });
  expect((await historyOf(first, rooms[0] ?? "")).find(({ content }) => content === MONEY)).toEqual(marked);
  // From the device of the landlord's own, everything goes on.
  expect(await writes(landlord.device, rooms[1] ?? "", "See you on Saturday.")).toMatchObject({ ok: true });

  const { body: found } = await mia.http<HeldCase>(`/api/admin/held/${landlord.id}`);
  expect(found).toMatchObject({ sender: { waiting: 9, suspectedAt: expect.any(String) }, warned: 10 });
  const moment = tenants.map(({ device }) => device.mark());
  const [genuine, late] = await Promise.all([decides(mia, landlord, "genuine"), decides(max, landlord, "genuine")]);
  expect([genuine.status, late.status].sort()).toEqual([200, 409]);

  for (const [index, tenant] of tenants.entries()) {
    if (index > 0) await tenant.device.hears("message:received", ({ content }) => content === MONEY);
    await tenant.device.hears("message:edited", ({ system }) => system?.type === "safety_warning" && system.state === "genuine");
    const messages = await historyOf(tenant, rooms[index] ?? "");
    expect(messages.filter(({ content }) => content === MONEY)).toMatchObject([{ notices: expect.any(Array) }]);
    expect(JSON.stringify(messages)).not.toContain("account.takeover");
    expect(warnings(messages)).toEqual([{ type: "safety_warning", by: "server", state: "genuine" }]);
    expect(messages.map(({ seq }) => seq)).toEqual(messages.map((_, place) => place + 1));
    const { body: summary } = await tenant.http<{ rev: number }>(`/api/conversations/${rooms[index]}`);
    expect(Math.max(...messages.map(({ rev }) => rev))).toBe(summary.rev);
    const heard = (await tenant.device.newsSince(moment[index] ?? 0)).filter(({ event }) => event.startsWith("message:"));
    const revs = heard.map(({ payload }) => (payload as Message).rev);
    expect(revs).toEqual(revs.toSorted((one, other) => one - other));
  }
  // That sign-in is trusted from now on.
  expect(await writes(stranger, rooms[2] ?? "", `${MONEY} Sure.`)).toMatchObject({ ok: true });
  expect(await writes(stranger, rooms[3] ?? "", `${MONEY} Sure.`)).toMatchObject({ ok: true });
  close();
});

test("it was somebody else: nothing goes out, every session ends, and the warnings say so", async () => {
  const { landlord, tenants, rooms, stranger, close } = await openHouse("otto", 3);
  for (const room of rooms) await writes(stranger, room);
  for (const tenant of tenants) await hearsWarning(tenant);
  const ended = stranger.hears("moderation:kicked");
  const { status, body } = await decides(mia, landlord, "taken-over", { reason: "Somebody else wrote from your account." });
  expect([status, body.messages]).toEqual([200, []]);
  expect(body.sanctions).toMatchObject([{ kind: "kick", rule: "impersonation" }]);
  expect(await ended).toMatchObject({ reason: "Somebody else wrote from your account." });
  expect((await landlord.http("/api/held")).status).toBe(401);
  for (const [index, tenant] of tenants.entries()) {
    await tenant.device.hears(
      "message:edited",
      ({ system }) => system?.type === "safety_warning" && system.state === "taken_over",
    );
    const messages = await historyOf(tenant, rooms[index] ?? "");
    expect(warnings(messages)).toEqual([{ type: "safety_warning", by: "server", state: "taken_over" }]);
    expect(messages.filter(({ content }) => content === MONEY)).toHaveLength(index === 0 ? 1 : 0);
  }
  expect(await house.acts(mia)).toContain(`user.found_taken_over ${landlord.id}`);
  close();
});

test("who missed it all gets the same in a sync, and the warning is told twice to nobody", async () => {
  const { landlord, tenants, rooms, stranger, close } = await openHouse("paul", 2);
  const [one, other] = tenants;
  if (!one || !other) throw new Error("there is nobody");
  const cursors = { [rooms[0] ?? ""]: 0 };
  one.device.leaves();
  for (const room of [...rooms, ...rooms]) await writes(stranger, room);
  await hearsWarning(other);
  // The job of the second one that waits has run as well.
  await expect
    .poll(async () => (await house.sql("select from graphile_worker.jobs where task_identifier = 'takeover:warn'")).length)
    .toBe(0);
  const back = await one.connects({ cursors });
  const { changes } = await back.hears("session:ready");
  const synced = changes.find(({ conversation }) => conversation.id === rooms[0])?.messages ?? [];
  expect(synced).toEqual(await historyOf(one, rooms[0] ?? ""));
  expect(warnings(synced)).toHaveLength(1);
  expect(warnings(await historyOf(other, rooms[1] ?? ""))).toHaveLength(1);
  await decides(mia, landlord, "genuine");
  back.leaves();
  close();
});

test("without money words, out of an old sign-in, or of a young account, nobody is suspected", async () => {
  const { landlord, rooms, stranger, close } = await openHouse("rosa", 3);
  for (const room of rooms) expect(await writes(stranger, room, "The house rules hang in the hall.")).toMatchObject({ ok: true });
  for (const room of rooms) expect(await writes(landlord.device, room)).toMatchObject({ ok: true });
  await house.sql("update users set created_at = now() where id = $1", landlord.id);
  for (const room of rooms) expect(await writes(stranger, room)).toMatchObject({ ok: true });
  expect(await house.sql("select from takeovers where user_id = $1", landlord.id)).toEqual([]);
  close();
});

test("what fails half-way leaves nothing done, and can be done again", async () => {
  const { landlord, tenants, rooms, stranger, close } = await openHouse("simon", 3);
  for (const room of rooms) await writes(stranger, room);
  for (const tenant of tenants) await hearsWarning(tenant);
  const state = async () => [
    await Promise.all(tenants.map((tenant, index) => historyOf(tenant, rooms[index] ?? ""))),
    await house.sql("select state, reason from held_messages where sender_id = $1 order by position", landlord.id),
    await house.sql("select trusted_at from sessions where user_id = $1 order by id", landlord.id),
  ];
  const before = await state();
  const marks = tenants.map(({ device }) => device.mark());
  // The entry in the log is the last thing that is written.
  await house.sql(
    `create function refuse_entry() returns trigger language plpgsql as $$ begin raise exception 'no ink'; end $$;
     create trigger refuse_entry before insert on audit_log for each row execute function refuse_entry()`,
  );
  expect((await decides(mia, landlord, "genuine")).status).toBe(500);
  expect(await state()).toEqual(before);
  for (const [index, { device }] of tenants.entries()) expect(await device.newsSince(marks[index] ?? 0)).toEqual([]);
  await house.sql("drop trigger refuse_entry on audit_log");
  expect((await decides(mia, landlord, "genuine")).status).toBe(200);
  for (const tenant of tenants) await tenant.device.hears("message:received", ({ content }) => content === MONEY);
  close();
});
