import { afterAll, beforeAll, expect, test } from "vitest";
import type { FoundPerson, PeoplePage, PersonFile } from "#lib/contract/people.ts";
import { type ModeratedHouse, openModeratedHouse } from "../harness/moderation.ts";
import { OWN_SERVER_MS } from "../harness/own-server.ts";
import { createPerson, disconnectAll, type HttpAnswer, type Person } from "../harness/person.ts";
import { expectProblem } from "../harness/problem.ts";
import { diesAtOnce, expectShutOut, signInElsewhere } from "../harness/sign-ins.ts";

let house: ModeratedHouse;
let alice: Person;
let bob: Person;
let carol: Person;
let mia: Person;
let ada: Person;

beforeAll(async () => {
  house = await openModeratedHouse("people");
  ({ alice, bob, carol, mia, ada } = house);
}, OWN_SERVER_MS);
afterAll(() => house.close());

const problem = (answer: HttpAnswer<unknown>) => answer as HttpAnswer<Record<string, unknown>>;
const find = async (who: Person, query = ""): Promise<FoundPerson[]> =>
  (await who.http<PeoplePage>(`/api/admin/users${query}`)).body.items;
const names = async (who: Person, query = ""): Promise<string[]> => (await find(who, query)).map(({ name }) => name).sort();
const read = (who: Person, { id }: { id: string }) => who.http<PersonFile>(`/api/admin/users/${id}`);
const act = (who: Person, whom: Person, what: string, body: object = {}) =>
  who.http(`/api/admin/users/${whom.id}/${what}`, { method: "POST", body: { rule: "spam", reason: "Twice.", ...body } });
const ends = (who: Person, whom: Person, sessionId?: string) =>
  who.http(`/api/admin/users/${whom.id}/end-sessions`, { method: "POST", body: sessionId ? { sessionId } : {} });

test("people are found by a part of their name or address, their role and their standing, page by page", async () => {
  const dan = await createPerson(house.baseUrl, "Dan 100%_Sure", "landlord");
  expect(await names(ada)).toEqual(["Dan 100%_Sure", "ada", "alice", "bob", "carol", "max", "mia"]);
  expect(await names(ada, "?q=ALI")).toEqual(["alice"]);
  const [seen] = await find(ada, "?q=ALI");
  expect(Date.now() - Date.parse(seen?.lastSeenAt ?? "")).toBeLessThan(60_000);
  expect(await names(ada, `?q=${encodeURIComponent(bob.email)}`)).toEqual(["bob"]);
  // What means something in a pattern means itself here.
  expect(await names(ada, `?q=${encodeURIComponent("0%_S")}`)).toEqual(["Dan 100%_Sure"]);
  expect(await names(ada, "?q=%25")).toEqual(["Dan 100%_Sure"]);
  expect(await names(ada, "?role=landlord")).toEqual(["Dan 100%_Sure"]);
  expect(await names(ada, "?role=moderator")).toEqual(["max", "mia"]);

  const until = new Date(Date.now() + 3_600_000).toISOString();
  await act(mia, dan, "silence", { until });
  await act(mia, carol, "ban");
  expect(await find(mia, "?standing=silenced")).toMatchObject([{ id: dan.id, silencedUntil: until, ban: null }]);
  expect(await find(mia, "?standing=banned")).toMatchObject([{ id: carol.id, ban: { until: null }, silencedUntil: null }]);
  await house.sql("update users set silenced_until = now() - interval '1 second' where id = $1", dan.id);
  expect(await find(mia, "?standing=silenced")).toEqual([]);

  const found: string[] = [];
  for (let cursor = "", pages = 0; pages === 0 || cursor !== ""; pages += 1) {
    const { body } = await ada.http<PeoplePage>(`/api/admin/users?limit=2${cursor}`);
    found.push(...body.items.map(({ id }) => id));
    cursor = body.nextCursor === null ? "" : `&cursor=${body.nextCursor}`;
  }
  expect(found).toEqual((await find(ada)).map(({ id }) => id));
  expectProblem("a foreign cursor", await ada.http("/api/admin/users?cursor=x"), "validation_failed");
  disconnectAll(dan);
});

test("a moderator finds students and landlords, and knows of nobody else", async () => {
  expect(await names(mia)).not.toEqual(expect.arrayContaining(["ada"]));
  for (const query of ["?role=admin", "?role=moderator", "?q=ada.", "?q=mia"]) expect(await names(mia, query)).toEqual([]);
  for (const whom of [ada, mia]) expectProblem("a higher one", problem(await read(mia, whom)), "not_found");
  expectProblem("nobody", problem(await read(ada, { id: "01a2022b-2538-740d-85d2-2739da46ec09" })), "not_found");
});

test("somebody's page tells what there was, and who reads it is on record; its person hears nothing", async () => {
  const [last] = await house.sql("select max(seq) as seq from audit_log");
  const talk = await alice.opens(bob);
  await alice.http("/api/reports", { method: "POST", body: { conversationId: talk, userId: bob.id, reason: "spam" } });
  await act(mia, bob, "warn");
  const mark = bob.device.mark();
  const { body } = await read(mia, bob);
  expect(body).toMatchObject({
    person: { id: bob.id, name: "bob", email: bob.email, role: "student", ban: null, silencedUntil: null },
    emailVerified: false,
    verifiedAt: null,
    reports: { filed: 0, received: 1, receivedActed: 0 },
    sanctions: [{ kind: "warn", actor: { id: mia.id }, liftedAt: null }],
    sessions: [{ kind: "token" }],
  });
  expect(await house.acts(mia, Number(last?.seq))).toEqual([`user.warned ${bob.id}`, `user.read ${bob.id}`]);
  expect(await bob.device.newsSince(mark)).toEqual([]);
});

test("one session is ended, or all: the device dies at once, the others live on, and it is on record", async () => {
  const phone = await signInElsewhere(house.baseUrl, bob, "Bob's phone");
  const { sessions } = (await read(mia, bob)).body;
  const session = sessions.find(({ deviceName }) => deviceName === "Bob's phone") ?? expect.fail("no such session");
  expectProblem("somebody else's", problem(await ends(mia, alice, session.id)), "not_found");
  expect((await ends(mia, bob, session.id)).status).toBe(204);
  await diesAtOnce(phone.device);
  await expectShutOut(house.baseUrl, phone.tokens, "unauthenticated");
  expectProblem("twice", problem(await ends(mia, bob, session.id)), "not_found");
  expect(bob.device.socket.connected).toBe(true);
  expect((await house.acts(mia)).at(-1)).toBe(`user.sessions_ended ${bob.id}`);

  const eve = await createPerson(house.baseUrl, "eve");
  const tablet = await signInElsewhere(house.baseUrl, eve);
  expect((await ends(ada, eve)).status).toBe(204);
  for (const device of [eve.device, tablet.device]) await diesAtOnce(device);
  expectProblem("signed in nowhere", problem(await ends(ada, eve)), "not_found");
  expect((await read(ada, eve)).body.sessions).toEqual([]);
  expect(alice.device.socket.connected).toBe(true);
});
