import { v7 } from "uuid";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { HeldCase, HeldList, HeldQueue } from "#lib/contract/held.ts";
import type { MessagePage } from "#lib/contract/messages.ts";
import { enqueue } from "../harness/jobs.ts";
import { type ModeratedHouse, openModeratedHouse } from "../harness/moderation.ts";
import { OWN_SERVER_MS } from "../harness/own-server.ts";
import { createPerson, type HttpAnswer, type Person } from "../harness/person.ts";
import { expectProblem } from "../harness/problem.ts";

const FRAUD = "The flat is yours: pay the deposit by Western Union today and I post you the keys.";

let house: ModeratedHouse;
let alice: Person;
let bob: Person;
let carol: Person;
let mia: Person;
let max: Person;

beforeAll(async () => {
  house = await openModeratedHouse("held");
  ({ alice, bob, carol, mia, max } = house);
}, OWN_SERVER_MS);
afterAll(() => house.close());

/** Bob's conversation with alice, in which nothing waits any more. */
let together: string;
beforeEach(async () => {
  together = await bob.opens(alice);
  await house.sql("delete from held_messages");
  await house.sql("delete from sent_fingerprints");
});

type Place = { conversationId: string; messageId: string };
const problem = (answer: HttpAnswer<unknown>) => answer as HttpAnswer<Record<string, unknown>>;
const place = (conversationId = together): Place => ({ conversationId, messageId: v7() });

const tries = ({ device }: Person, where: Place, content = FRAUD) => device.ask("message:send", { ...where, content });
const triesOverHttp = ({ http }: Person, { conversationId, messageId }: Place, content = FRAUD) =>
  http(`/api/conversations/${conversationId}/messages`, { method: "POST", body: { messageId, content } });
const takesBack = ({ http }: Person, { conversationId, messageId }: Place) =>
  http(`/api/conversations/${conversationId}/held/${messageId}`, { method: "DELETE" });
const ownHeld = async ({ http }: Person) => (await http<HeldList>("/api/held")).body.items;
const queueOf = async ({ http }: Person) => (await http<HeldQueue>("/api/admin/held")).body.items;
const reads = ({ http }: Person, about: Person) => http<HeldCase>(`/api/admin/held/${about.id}`);
const decides = ({ http }: Person, about: Person, what: string, body: object = {}) =>
  http<HeldCase>(`/api/admin/held/${about.id}/${what}`, { method: "POST", body });
const textsIn = async ({ http }: Person, id = together): Promise<string[]> => {
  const { body } = await http<MessagePage>(`/api/conversations/${id}/messages?limit=100`);
  return body.messages.map(({ content }) => content);
};

const waits = { ok: false, error: { code: "content_rejected", retryable: false, details: { held: true } } };

test("what has to wait is stored once, told to its writer's devices and to moderators, and to nobody else", async () => {
  const phone = await bob.connects();
  const marks = [alice, carol].map(({ device }) => device.mark());
  const first = place();
  expect(await tries(bob, first)).toMatchObject(waits);
  expect(await tries(bob, first, "Something else")).toMatchObject(waits);
  expect(await triesOverHttp(bob, first)).toMatchObject({
    status: 422,
    body: { code: "content_rejected", details: { held: true } },
  });
  expectProblem("the same id from the other one", await triesOverHttp(alice, first, "Hello!"), "conflict");

  const told = await phone.hears("message:held", ({ messageId }) => messageId === first.messageId);
  expect(told).toMatchObject({ ...first, content: FRAUD, state: "waiting", reason: null });
  expect(told.rules).toContainEqual({ rule: "money.cash_service", text: expect.stringMatching(/\.$/) });
  expect(phone.heard("message:held")).toHaveLength(1);
  expect(await ownHeld(bob)).toEqual([told]);
  for (const { device } of [mia, max]) await device.hears("moderation:held", ({ waiting }) => waiting === 1);
  expect(await queueOf(mia)).toMatchObject([{ person: { id: bob.id, name: "bob" }, waiting: 1, suspectedAt: null }]);

  for (const [index, { device }] of [alice, carol].entries()) expect(await device.newsSince(marks[index] ?? 0)).toEqual([]);
  const { body: summary } = await alice.http(`/api/conversations/${together}`);
  expect(summary).toMatchObject({ lastSeq: 0, rev: 0, unreadCount: 0 });
  expect(await ownHeld(alice)).toEqual([]);
  phone.leaves();
});

test("a release delivers it once, in its order, and its writer's repeat is a duplicate", async () => {
  const phone = await bob.connects();
  const [one, two] = [place(), place()];
  await tries(bob, one);
  await bob.says(together, "Are you there?");
  await tries(bob, two, FRAUD.replace("today", "tomorrow"));
  expect(await textsIn(alice)).toEqual(["Are you there?"]);

  const { body: left } = await decides(mia, bob, "release", one);
  expect(left.messages).toMatchObject([{ messageId: two.messageId, recipients: [{ id: alice.id, name: "alice" }] }]);
  const received = await alice.device.hears("message:received", ({ messageId }) => messageId === one.messageId);
  expect(received).toMatchObject({ seq: 2, rev: 2, content: FRAUD, notices: [], senderId: bob.id });
  expect(await phone.hears("message:received", ({ messageId }) => messageId === one.messageId)).toEqual(received);
  expect(await bob.device.hears("message:received", ({ messageId }) => messageId === one.messageId)).toEqual(received);
  expectProblem("once more", problem(await decides(max, bob, "release", one)), "conflict");
  expectProblem("and refused", problem(await decides(max, bob, "refuse", { ...one, reason: "No." })), "conflict");
  expect(await tries(bob, one)).toMatchObject({ ok: true, data: { duplicate: true, seq: 2, message: { content: FRAUD } } });
  expectProblem("taken back", await takesBack(bob, one), "conflict");
  expect((await ownHeld(bob)).map(({ messageId }) => messageId)).toEqual([two.messageId]);

  // All that is left goes out in the order in which it was written.
  const three = place();
  await tries(bob, three, FRAUD.replace("today", "on Monday"));
  expect((await decides(max, bob, "genuine")).body).toMatchObject({ messages: [], sender: { waiting: 0 } });
  const texts = [FRAUD, FRAUD.replace("today", "tomorrow"), FRAUD.replace("today", "on Monday")];
  expect(await textsIn(alice)).toEqual(["Are you there?", ...texts]);
  await alice.device.hears("message:received", ({ messageId }) => messageId === three.messageId);
  expect(alice.device.heard("message:received", ({ content }) => texts.includes(content)).map(({ seq }) => seq)).toEqual([
    2, 3, 4,
  ]);
  const { body: summary } = await alice.http(`/api/conversations/${together}`);
  expect(summary).toMatchObject({ lastSeq: 4, rev: 4, unreadCount: 4 });
  expectProblem("nothing is left", problem(await decides(mia, bob, "genuine")), "conflict");
  phone.leaves();
});

test("a refusal comes back with its reason, and stays refused until its writer puts it away", async () => {
  const phone = await bob.connects();
  const where = place();
  await tries(bob, where);
  const mark = alice.device.mark();
  await decides(mia, bob, "refuse", { ...where, reason: "Rent is paid through UniNest only." });
  const told = await phone.hears("message:refused", ({ messageId }) => messageId === where.messageId);
  expect(told).toMatchObject({ state: "refused", reason: "Rent is paid through UniNest only.", content: FRAUD });
  const again = await tries(bob, where);
  expect(again).toMatchObject({ ok: false, error: { code: "content_rejected", message: told.reason } });
  expect(JSON.stringify(again)).not.toContain('"held"');
  expect(await ownHeld(bob)).toEqual([told]);
  expectProblem("somebody else's", await takesBack(alice, where), "not_found");
  expect((await takesBack(bob, where)).status).toBe(204);
  await phone.hears("message:withdrawn", ({ messageId }) => messageId === where.messageId);
  expect(await ownHeld(bob)).toEqual([]);
  expect(await alice.device.newsSince(mark)).toEqual([]);
  phone.leaves();
});

test("what its writer takes back waits no more, and nobody can let it out", async () => {
  const where = place();
  const content = `${FRAUD} Or not.`;
  await tries(bob, where, content);
  const answers = await Promise.all([takesBack(bob, where), decides(mia, bob, "release", where)]);
  const statuses = answers.map(({ status }) => status);
  expect([
    [204, 404],
    [409, 200],
  ]).toContainEqual(statuses);
  const isOut = statuses[1] === 200;
  expect((await textsIn(alice)).includes(content)).toBe(isOut);
  expect(await ownHeld(bob)).toEqual([]);
  expectProblem("nothing there", await takesBack(bob, place()), "not_found");
});

test("of moderators who decide at once one wins; nobody decides about what was written to them, or about themselves", async () => {
  const where = place();
  await tries(bob, where);
  const before = (await textsIn(alice)).length;
  const answers = await Promise.all([
    decides(mia, bob, "release", where),
    decides(max, bob, "refuse", { ...where, reason: "No." }),
    decides(max, bob, "genuine"),
  ]);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
  expect((await textsIn(alice)).length - before).toBeLessThanOrEqual(1);

  const toMia = place(await bob.opens(mia));
  await tries(bob, toMia);
  expect(await queueOf(mia)).toEqual([]);
  expect((await reads(mia, bob)).body.messages).toEqual([]);
  expectProblem("to oneself", problem(await decides(mia, bob, "release", toMia)), "not_found");
  expectProblem("all, one of them to oneself", problem(await decides(mia, bob, "genuine")), "forbidden");
  expect((await decides(max, bob, "release", toMia)).status).toBe(200);

  const byMax = place(await max.opens(alice));
  await tries(max, byMax);
  expect(await queueOf(max)).toEqual([]);
  expectProblem("of oneself", problem(await decides(max, max, "release", byMax)), "conflict");
  expectProblem("of another moderator", problem(await decides(mia, max, "release", byMax)), "forbidden");
  expectProblem("as a student", problem(await decides(carol, bob, "release", byMax)), "forbidden");
  expectProblem("looked at by a student", problem(await reads(carol, bob)), "forbidden");
  expect((await decides(house.ada, max, "refuse", { ...byMax, reason: "Not here." })).status).toBe(200);
});

test("what could not be sent any more is refused with the reason: a block, a silence, a ban", async () => {
  const dan = await createPerson(house.baseUrl, "dan", "landlord");
  const where = place(await dan.opens(alice));
  await tries(dan, where);
  await alice.device.does("block:user", { userId: dan.id });
  const mark = alice.device.mark();
  await decides(mia, dan, "release", where);
  expect(await dan.device.hears("message:refused")).toMatchObject({ ...where, reason: expect.stringContaining("not possible") });
  await alice.device.does("unblock:user", { userId: dan.id });
  expect((await textsIn(alice, where.conversationId)).length).toBe(0);

  const later = place(where.conversationId);
  await tries(dan, later);
  await house.sql("update users set banned_until = now() + interval '1 day' where id = $1", dan.id);
  await decides(mia, dan, "genuine");
  expect(await textsIn(alice, where.conversationId)).toEqual([]);
  const rows = await house.sql("select state from held_messages where sender_id = $1", dan.id);
  expect(rows.map(({ state }) => state)).toEqual(["refused", "refused"]);
  expect((await alice.device.newsSince(mark)).filter(({ event }) => event === "message:received")).toEqual([]);
  dan.device.leaves();
});

test("who reads what waits and who decides is put down", async () => {
  const before = (await house.acts(max)).length;
  const where = place();
  await tries(bob, where);
  await reads(max, bob);
  await decides(max, bob, "refuse", { ...where, reason: "No." });
  expect((await house.acts(max)).slice(before)).toEqual([`held.read ${bob.id}`, `message.refused ${where.messageId}`]);
});

test("one who lets fifty wait gets the next one back", async () => {
  const eve = await createPerson(house.baseUrl, "eve", "landlord");
  const id = await eve.opens(carol);
  for (let number = 0; number < 50; number += 1) expect(await tries(eve, place(id), `${FRAUD} ${number}`)).toMatchObject(waits);
  const more = await tries(eve, place(id));
  expect(more).toMatchObject({ ok: false, error: { code: "content_rejected" } });
  expect(JSON.stringify(more)).not.toContain('"held":true');
  expect(await textsIn(carol, id)).toEqual([]);
  eve.device.leaves();
});

test("nearly the same text to one after the other, by either way in: it is marked from the third on, and waits from the fifth on", async () => {
  const fay = await createPerson(house.baseUrl, "fay", "landlord");
  const tenants = await Promise.all(Array.from({ length: 6 }, (_, index) => createPerson(house.baseUrl, `tenant ${index}`)));
  const text = "Your deposit is refunded in full if you change your mind.";
  const outcomes: string[] = [];
  for (const [index, tenant] of tenants.entries()) {
    const where = place(await tenant.opens(fay));
    const content = `Dear ${tenant.name}, ${text}`;
    if (index % 2 === 0) await tries(fay, where, content);
    else await triesOverHttp(fay, where, content);
    const { body } = await tenant.http<MessagePage>(`/api/conversations/${where.conversationId}/messages`);
    const [found] = body.messages;
    outcomes.push(found ? found.notices.map(({ rule }) => rule).join(" ") : "waits");
  }
  const known = "advance.refund";
  expect(outcomes).toEqual([known, known, `${known} spam.repeated`, `${known} spam.repeated`, "waits", "waits"]);
  expect((await ownHeld(fay)).map(({ rules }) => rules[0]?.rule)).toEqual(["spam.repeated", "spam.repeated"]);
  for (const { device } of [fay, ...tenants]) device.leaves();
});

test("what was sent is remembered for an hour, money words of new hands for a day, and what was decided for a month", async () => {
  const [hour, day] = [v7(), v7()];
  const put = (id: string, isRisky: boolean, ago: string) =>
    house.sql(
      `insert into sent_fingerprints (conversation_id, message_id, sender_id, session_id, is_risky, at)
        values ($1, $2, $1, $1, $3::text::boolean, now() - $4::interval)`,
      id,
      v7(),
      String(isRisky),
      ago,
    );
  await put(hour, false, "59 minutes");
  await put(hour, false, "61 minutes");
  await put(day, true, "23 hours");
  await put(day, true, "25 hours");
  const [old, recent] = [place(), place()];
  for (const where of [old, recent]) {
    await tries(bob, where);
    await decides(mia, bob, "refuse", { ...where, reason: "No." });
  }
  await house.sql("update held_messages set decided_at = now() - interval '31 days' where id = $1", old.messageId);
  await house.sql("delete from sent_fingerprints where sender_id = $1", bob.id);

  await enqueue(house.databaseUrl, "sent:sweep", [{}]);
  await enqueue(house.databaseUrl, "upkeep:clean", [{}]);
  const left = async () => (await house.sql("select sender_id from sent_fingerprints")).map(({ sender_id }) => sender_id);
  await expect.poll(async () => (await left()).toSorted()).toEqual([hour, day].toSorted());
  const held = async () => (await house.sql("select id from held_messages")).map(({ id }) => id);
  await expect.poll(held).toEqual([recent.messageId]);
});
