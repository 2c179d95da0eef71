import { v7 } from "uuid";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { ConversationSummary } from "#lib/contract/conversations.ts";
import type { MessagePage } from "#lib/contract/messages.ts";
import type { OwnReport, ReportCase } from "#lib/contract/reports.ts";
import type { AppealList, OwnSanction, OwnSanctions, Sanction } from "#lib/contract/sanctions.ts";
import { requests } from "../harness/bookings.ts";
import { createHome } from "../harness/homes.ts";
import { type ModeratedHouse, openModeratedHouse } from "../harness/moderation.ts";
import { OWN_SERVER_MS } from "../harness/own-server.ts";
import { createPerson, disconnectAll, type HttpAnswer, type Person } from "../harness/person.ts";
import { expectProblem } from "../harness/problem.ts";

let house: ModeratedHouse;
let alice: Person;
let bob: Person;
let carol: Person;
let mia: Person;
let max: Person;
let ada: Person;
let together: string;

beforeAll(async () => {
  house = await openModeratedHouse("sanctions");
  ({ alice, bob, carol, mia, max, ada } = house);
  together = await alice.opens(bob);
}, OWN_SERVER_MS);
afterAll(() => house.close());

type Problem = Record<string, unknown>;
const problem = (answer: HttpAnswer<unknown>) => answer as HttpAnswer<Problem>;
const grounds = { rule: "harassment", reason: "Insults after a no." };
const inAnHour = () => new Date(Date.now() + 3_600_000).toISOString();

const act = (who: Person, whom: Person, what: string, body: object = {}) =>
  who.http<Sanction>(`/api/admin/users/${whom.id}/${what}`, { method: "POST", body: { ...grounds, ...body } });
const lift = (who: Person, { id }: { id: string }) =>
  who.http<Sanction>(`/api/admin/sanctions/${id}/lift`, { method: "POST", body: { reason: "It was another one." } });
const own = async (person: Person): Promise<OwnSanction[]> => (await person.http<OwnSanctions>("/api/sanctions")).body.items;
const appeal = (person: Person, { id }: { id: string }) =>
  person.http<OwnSanction>("/api/appeals", { method: "POST", body: { sanctionId: id, text: "That was not me." } });
const decide = (who: Person, id: string | undefined, outcome: string) =>
  who.http<Sanction>(`/api/admin/appeals/${id}/decide`, { method: "POST", body: { outcome, answer: "We looked again." } });
const history = async (person: Person, id = together) =>
  (await person.http<MessagePage>(`/api/conversations/${id}/messages`)).body.messages;
const unread = async (person: Person, id = together) =>
  (await person.http<ConversationSummary>(`/api/conversations/${id}`)).body.unreadCount;
const lastAct = async (who: Person) => (await house.acts(who)).at(-1);

/** Runs what is done to somebody; these people hear nothing of it, but perhaps that somebody else has left. */
const unheardBy = async (people: Person[], work: () => Promise<void>): Promise<void> => {
  const marks = people.map(({ device }) => device.mark());
  await work();
  for (const [index, { device }] of people.entries()) {
    const news = await device.newsSince(marks[index] ?? 0);
    expect(news.filter(({ event }) => event !== "presence:changed")).toEqual([]);
  }
};

test("a warning is told to its person alone, with the rule and the reason, and stays to be read", async () => {
  await unheardBy([alice, carol, max], async () => {
    const { status, body: warning } = await act(mia, bob, "warn");
    expect(status).toBe(201);
    expect(warning).toMatchObject({ kind: "warn", ...grounds, until: null, actor: { id: mia.id }, person: { id: bob.id } });
    expect(await bob.device.hears("moderation:warned", ({ sanctionId }) => sanctionId === warning.id)).toEqual({
      sanctionId: warning.id,
      ...grounds,
      until: null,
    });
    const [seen] = await own(bob);
    expect(seen).toMatchObject({ id: warning.id, kind: "warn", ...grounds });
    // Who did it is nobody's business but the moderators'.
    expect(JSON.stringify(seen)).not.toContain(mia.id);
    expect(await own(alice)).toEqual([]);
    expect(await lastAct(mia)).toBe(`user.warned ${bob.id}`);
  });
});

test("who is silenced reads on and writes nowhere until then; lifted, they write again", async () => {
  const until = inAnHour();
  const { body: silence } = await act(mia, bob, "silence", { until });
  expect(await bob.device.hears("moderation:silenced")).toMatchObject({ sanctionId: silence.id, until });
  await unheardBy([alice], async () => {
    const message = { conversationId: together, messageId: v7(), content: "still me" };
    expect(await bob.device.ask("message:send", message)).toMatchObject({
      ok: false,
      error: { code: "suspended", retryable: false, details: { until } },
    });
    const { conversationId, ...body } = message;
    const overHttp = await bob.http(`/api/conversations/${conversationId}/messages`, { method: "POST", body });
    expectProblem("over HTTP", overHttp, "suspended");
  });
  await alice.says(together, "are you there?");
  await bob.device.hears("message:received", ({ content }) => content === "are you there?");
  expect((await history(bob)).at(-1)?.content).toBe("are you there?");

  expect((await lift(max, silence)).body).toMatchObject({ liftedAt: expect.any(String), liftedBy: { id: max.id } });
  await bob.device.hears("moderation:lifted", ({ sanctionId }) => sanctionId === silence.id);
  await bob.says(together, "here again");
  expectProblem("lifted twice", problem(await lift(max, silence)), "conflict");
  expectProblem(
    "until yesterday",
    problem(await act(mia, bob, "silence", { until: "2020-01-01T00:00:00.000Z" })),
    "validation_failed",
  );
});

test("words with a request are words: who is silenced asks for a room without any", async () => {
  const lena = await createPerson(house.baseUrl, "lena", "landlord");
  const dora = await createPerson(house.baseUrl, "dora");
  const { roomId } = await createHome(house.databaseUrl, lena.id);
  await house.sql("update users set silenced_until = now() + interval '1 hour' where id = $1", dora.id);
  const mark = lena.device.mark();
  expectProblem("with words", problem(await requests(dora, { roomId, message: "I am very quiet." })), "suspended");
  expect(await lena.device.newsSince(mark)).toEqual([]);
  expect((await lena.http<{ items: unknown[] }>("/api/bookings")).body.items).toEqual([]);
  expect((await requests(dora, { roomId })).status).toBe(201);
  await lena.device.hears("message:received");
  disconnectAll(lena, dora);
});

test("a silence ends by itself, and a second one takes the place of the first", async () => {
  const first = (await act(mia, bob, "silence", { until: inAnHour() })).body;
  const second = (await act(max, bob, "silence", { until: inAnHour() })).body;
  const [newest, before] = await own(bob);
  expect([newest, before]).toMatchObject([
    { id: second.id, liftedAt: null },
    { id: first.id, liftedAt: expect.any(String) },
  ]);
  await house.sql("update users set silenced_until = now() - interval '1 second' where id = $1", bob.id);
  await bob.says(together, "an hour later");
});

test("who is kicked is signed out everywhere, and may sign in again", async () => {
  const dan = await createPerson(house.baseUrl, "dan");
  const phone = await dan.connects();
  await unheardBy([alice, bob], async () => {
    await act(mia, dan, "kick");
    for (const device of [dan.device, phone]) {
      expect(await device.hears("moderation:kicked")).toMatchObject(grounds);
      await expect.poll(() => device.socket.connected).toBe(false);
    }
  });
  expectProblem("the old token", await dan.http("/api/sanctions"), "unauthenticated");
  const again = await dan.http("/api/tokens", { method: "POST", body: { email: dan.email, password: dan.password } });
  expect(again.status).toBe(201);
  disconnectAll(dan);
});

test("a removed message leaves a tombstone everywhere, raises nobody's count, and comes back as it was", async () => {
  const talk = await carol.opens(bob);
  const { messageId } = await bob.says(talk, "something ugly");
  await bob.says(talk, "something else");
  await carol.device.hears(
    "unread_count:updated",
    ({ conversationId, unreadCount }) => conversationId === talk && unreadCount === 2,
  );
  const before = await history(carol, talk);
  await unheardBy([alice, max], async () => {
    const { body: removal } = await act(mia, bob, "remove-messages", { message: { conversationId: talk, messageId } });
    expect(removal).toMatchObject({ kind: "remove", messages: 1 });
    for (const person of [carol, bob])
      expect(await person.device.hears("message:deleted", (message) => message.messageId === messageId)).toMatchObject({
        content: "",
        deletedAt: expect.any(String),
      });
    await carol.device.hears(
      "unread_count:updated",
      ({ conversationId, unreadCount }) => conversationId === talk && unreadCount === 1,
    );
    expect(await unread(carol, talk)).toBe(1);
    expect(JSON.stringify([await history(carol, talk), await history(bob, talk)])).not.toContain("ugly");
    const synced = await carol.device.does("session:sync", { cursors: { [talk]: before.at(-1)?.rev ?? 0 } });
    const change = synced.changes.find(({ conversation }) => conversation.id === talk);
    expect(change?.messages).toMatchObject([{ messageId, content: "", deletedAt: expect.any(String) }]);
    // A repeat of the send brings nothing back.
    await bob.device.does("message:send", { conversationId: talk, messageId, content: "something ugly" });
    expect(JSON.stringify(await history(carol, talk))).not.toContain("ugly");

    await lift(max, removal);
    await carol.device.hears("message:edited", (message) => message.messageId === messageId && message.deletedAt === null);
  });
  const after = await history(carol, talk);
  expect(after.map(({ rev: _, ...message }) => message)).toEqual(before.map(({ rev: _, ...message }) => message));
  expect(await unread(carol, talk)).toBe(2);
  expect(await lastAct(max)).toMatch(/^message\.restored /);
});

test("all that somebody wrote goes at once and comes back at once; nobody else's does, and the evidence stays", async () => {
  const eve = await createPerson(house.baseUrl, "eve");
  const talks = [await eve.opens(alice), await eve.opens(carol)];
  for (const talk of talks) for (const text of ["one", "two"]) await eve.says(talk, text);
  await alice.says(talks[0] ?? "", "leave me");
  const report = { conversationId: talks[0], userId: eve.id, reason: "spam" };
  const { body: filed } = await alice.http<OwnReport>("/api/reports", { method: "POST", body: report });
  const { body: removal } = await act(mia, eve, "remove-messages", { reportId: filed.id });
  expect(removal).toMatchObject({ messages: 4, reportId: filed.id });
  expect((await history(alice, talks[0])).map(({ content }) => content)).toEqual(["", "", "leave me"]);
  expect((await history(carol, talks[1])).map(({ content }) => content)).toEqual(["", ""]);
  expect(await unread(carol, talks[1])).toBe(0);
  const { body: seen } = await max.http<ReportCase>(`/api/admin/reports/${filed.id}`);
  expect(seen.evidence.map(({ content }) => content)).toEqual(["one", "two", "leave me"]);
  expect(seen.sanctions).toMatchObject([{ id: removal.id }]);
  expectProblem("nothing is left", problem(await act(mia, eve, "remove-messages")), "not_found");
  await lift(mia, removal);
  expect((await history(alice, talks[0])).map(({ content }) => content)).toEqual(["one", "two", "leave me"]);
  expect(await unread(carol, talks[1])).toBe(2);
  disconnectAll(eve);
});

test("an appeal goes to somebody else, and its reversal restores all; once, and of one's own", async () => {
  const { body: silence } = await act(mia, bob, "silence", { until: inAnHour() });
  expectProblem("somebody else's", problem(await appeal(alice, silence)), "not_found");
  const { status, body: filed } = await appeal(bob, silence);
  expect(status).toBe(201);
  expect(filed.appeal).toMatchObject({ text: "That was not me.", outcome: null });
  expectProblem("twice", problem(await appeal(bob, silence)), "conflict");
  const waiting = (await max.http<AppealList>("/api/admin/appeals")).body.items;
  expect(waiting.map(({ id }) => id)).toEqual([silence.id]);

  const id = filed.appeal?.id;
  expectProblem("who did it", problem(await decide(mia, id, "upheld")), "forbidden");
  expectProblem("who appeals", problem(await decide(bob, id, "reversed")), "forbidden");
  await unheardBy([alice, carol], async () => {
    const { body: reversed } = await decide(max, id, "reversed");
    expect(reversed).toMatchObject({ liftedAt: expect.any(String), appeal: { outcome: "reversed", answer: "We looked again." } });
    expect(await bob.device.hears("moderation:answered")).toMatchObject({ sanctionId: silence.id, outcome: "reversed" });
  });
  await bob.says(together, "thank you");
  expectProblem("decided twice", problem(await decide(ada, id, "upheld")), "conflict");
  expect(await lastAct(max)).toBe(`appeal.decided ${id}`);

  const { body: warning } = await act(max, bob, "warn");
  const { body: second } = await appeal(bob, warning);
  expect((await decide(mia, second.appeal?.id, "upheld")).body).toMatchObject({ liftedAt: null, appeal: { outcome: "upheld" } });
});

test("a ban by a moderator is on record, lets in again when it is lifted, and a moderator bans no admin", async () => {
  const fred = await createPerson(house.baseUrl, "fred");
  expect((await act(mia, fred, "ban", { until: inAnHour() })).status).toBe(204);
  await fred.device.hears("moderation:banned");
  const [ban] = await house.sql("select id from sanctions where user_id = $1 and kind = 'ban'", fred.id);
  expectProblem("kept out", await fred.http("/api/sanctions"), "suspended");
  await lift(max, { id: ban?.id });
  expect(await own(fred)).toMatchObject([{ kind: "ban", ...grounds, liftedAt: expect.any(String) }]);
  disconnectAll(fred);
});

test("each role, on each act, of oneself, of another one and of a higher one", async () => {
  const gina = await createPerson(house.baseUrl, "gina", "landlord");
  const acts = ["warn", "silence", "kick", "ban", "remove-messages", "lift"];
  const bodyOf = (what: string): object => {
    if (what === "lift") return {};
    return what === "silence" ? { ...grounds, until: inAnHour() } : grounds;
  };
  const tries = [
    [alice, alice, "forbidden"],
    [alice, bob, "forbidden"],
    [alice, mia, "forbidden"],
    [alice, ada, "forbidden"],
    [gina, gina, "forbidden"],
    [gina, bob, "forbidden"],
    [gina, ada, "forbidden"],
    [mia, mia, "conflict"],
    [mia, max, "forbidden"],
    [mia, ada, "forbidden"],
    [ada, ada, "conflict"],
  ] as const;
  const before = await house.sql("select count(*) from sanctions");
  await unheardBy([alice, bob, carol, mia, max, ada], async () => {
    for (const [who, whom, code] of tries) {
      for (const what of acts) {
        const answer = await who.http(`/api/admin/users/${whom.id}/${what}`, { method: "POST", body: bodyOf(what) });
        expectProblem(`${who.name} does ${what} to ${whom.name}`, answer, code);
      }
    }
    for (const who of [alice, gina, mia])
      for (const whom of [bob, who, ada]) {
        const answer = await who.http(`/api/admin/users/${whom.id}/role`, { method: "PUT", body: { role: "moderator" } });
        expectProblem(`${who.name} gives ${whom.name} a role`, answer, "forbidden");
      }
  });
  expect(await house.sql("select count(*) from sanctions")).toEqual(before);
  disconnectAll(gina);
});

test("a moderator sees the queue and the appeals, and nothing that is for admins alone", async () => {
  const forModerators = ["/api/admin/reports", "/api/admin/appeals"];
  const forAdmins = ["/api/admin/alerts", "/api/admin/jobs?state=dead", "/api/admin/audit"];
  for (const path of forModerators) {
    for (const who of [mia, ada]) expect((await who.http(path)).status, path).toBe(200);
    expectProblem(path, await alice.http(path), "forbidden");
  }
  for (const path of forAdmins) {
    expect((await ada.http(path)).status, path).toBe(200);
    for (const who of [alice, mia]) expectProblem(path, await who.http(path), "forbidden");
  }
  const alert = { severity: "info", title: "A pause", body: "Tonight." };
  expectProblem("publishing", await mia.http("/api/admin/alerts", { method: "POST", body: alert }), "forbidden");
  const text = { content: "Hello", stage: "before_booking" };
  expectProblem("rules", await mia.http("/api/admin/rules/try", { method: "POST", body: text }), "forbidden");
});
