import { v7 } from "uuid";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { ContestedRules, ContestList, OwnContest, OwnContests } from "#lib/contract/contests.ts";
import type { ConversationSummary } from "#lib/contract/conversations.ts";
import { type ModeratedHouse, openModeratedHouse } from "../harness/moderation.ts";
import { OWN_SERVER_MS } from "../harness/own-server.ts";
import type { HttpAnswer, Person } from "../harness/person.ts";
import { expectProblem } from "../harness/problem.ts";

const PAPERS = "Please send me a photo of your passport.";
const FRAUD = "The flat is yours: pay the deposit by Western Union today and I post you the keys.";

let house: ModeratedHouse;
let alice: Person;
let bob: Person;
let carol: Person;
let mia: Person;
let max: Person;
let ada: Person;
let together: string;

beforeAll(async () => {
  house = await openModeratedHouse("contests");
  ({ alice, bob, carol, mia, max, ada } = house);
  together = await alice.opens(bob);
}, OWN_SERVER_MS);
afterAll(() => house.close());

const problem = (answer: HttpAnswer<unknown>) => answer as HttpAnswer<Record<string, unknown>>;
const viewOf = async (person: Person) => (await person.http<ConversationSummary>(`/api/conversations/${together}`)).body;
const callFine = (person: Person, messageId: string) =>
  person.http<ConversationSummary>(`/api/conversations/${together}/fine`, { method: "POST", body: { messageId } });
const contest = (person: Person, messageId: string, content = FRAUD) =>
  person.http<OwnContest>("/api/contests", { method: "POST", body: { conversationId: together, messageId, content } });
const decide = (person: Person, id: string | undefined, verdict: string) =>
  person.http(`/api/admin/contests/${id}/decide`, { method: "POST", body: { verdict } });
const waiting = async (person: Person) => (await person.http<ContestList>("/api/admin/contests")).body.items;
const byRule = async (rule: string) =>
  (await ada.http<ContestedRules>("/api/admin/rules/contested")).body.items.find((one) => one.rule === rule);

test("a notice that alice calls fine goes away on all her devices, stays away, and is nobody else's business", async () => {
  const phone = await alice.connects();
  const { messageId } = await bob.says(together, PAPERS);
  await alice.device.hears("message:received", (message) => message.messageId === messageId);
  const marks = [bob, carol, mia].map(({ device }) => ({ device, mark: device.mark() }));
  const fine = [{ messageId, rule: "identity.papers" }];
  expect(await callFine(alice, messageId)).toMatchObject({ status: 200, body: { id: together, fine } });
  for (const device of [alice.device, phone])
    expect(await device.hears("conversation:updated", ({ fine: said = [] }) => said.length > 0)).toMatchObject({ fine });
  const mark = phone.mark();
  expect((await callFine(alice, messageId)).body.fine).toEqual(fine);
  expect(await phone.newsSince(mark)).toEqual([]);

  expect((await viewOf(alice)).fine).toEqual(fine);
  const { changes } = await phone.does("session:sync", { cursors: {} });
  expect(changes.find(({ conversation }) => conversation.id === together)?.conversation.fine).toEqual(fine);
  expect((await viewOf(bob)).fine).toBeUndefined();
  for (const one of marks)
    expect((await one.device.newsSince(one.mark)).filter(({ event }) => event !== "presence:changed")).toEqual([]);
  expect(await byRule("identity.papers")).toEqual({ rule: "identity.papers", notices: 1, refusals: 0, wrong: 0 });

  expectProblem("her own", problem(await callFine(bob, messageId)), "not_found");
  expectProblem("from outside", problem(await callFine(carol, messageId)), "not_found");
  const harmless = await bob.says(together, "Good morning!");
  expectProblem("nothing is warned of", problem(await callFine(alice, harmless.messageId)), "not_found");
  phone.leaves();
});

test("a refusal that bob calls a mistake is judged by a moderator, and bob sees the answer", async () => {
  const messageId = v7();
  const { status, body: filed } = await contest(bob, messageId);
  expect({ status, body: filed }).toMatchObject({ status: 201, body: { content: FRAUD, verdict: null } });
  expect(filed.rules.map(({ rule }) => rule)).toContain("money.cash_service");
  expect(await contest(bob, messageId)).toMatchObject({ status: 200, body: { id: filed.id } });
  expectProblem("what is not refused", problem(await contest(bob, v7(), "Good morning!")), "conflict");
  expectProblem("from outside", problem(await contest(carol, v7())), "not_found");
  expectProblem("bob reads the list", problem(await bob.http("/api/admin/contests")), "forbidden");
  expectProblem("bob decides", problem(await decide(bob, filed.id, "wrong")), "forbidden");
  expect((await waiting(mia)).map(({ id, person }) => [id, person.id])).toEqual([[filed.id, bob.id]]);

  const mark = alice.device.mark();
  expect((await decide(mia, filed.id, "wrong")).status).toBe(200);
  expect(await bob.device.hears("contest:decided")).toMatchObject({ id: filed.id, verdict: "wrong" });
  expect((await alice.device.newsSince(mark)).filter(({ event }) => event !== "presence:changed")).toEqual([]);
  expectProblem("twice", problem(await decide(max, filed.id, "right")), "conflict");
  expect(await waiting(mia)).toEqual([]);
  expect((await bob.http<OwnContests>("/api/contests")).body.items).toMatchObject([{ id: filed.id, verdict: "wrong" }]);
  expect((await alice.http<OwnContests>("/api/contests")).body.items).toEqual([]);
  expect((await house.acts(mia)).at(-1)).toBe(`contest.decided ${filed.id}`);
  expect(await byRule("money.cash_service")).toEqual({ rule: "money.cash_service", notices: 0, refusals: 1, wrong: 1 });
  expectProblem("the figures are for admins", problem(await mia.http("/api/admin/rules/contested")), "forbidden");
});

test("a moderator does not judge a text of one's own", async () => {
  await house.sql("insert into participants (conversation_id, user_id) values ($1, $2)", together, mia.id);
  const { body: filed } = await contest(mia, v7());
  expect(await waiting(mia)).toEqual([]);
  expectProblem("mia decides", problem(await decide(mia, filed.id, "wrong")), "not_found");
  expect((await decide(max, filed.id, "right")).status).toBe(200);
});

test("who has written first and last is told, and moves with the messages", async () => {
  const talk = await carol.opens(bob);
  const view = async (person: Person) => {
    const { heardSeq, sentSeq } = (await person.http<ConversationSummary>(`/api/conversations/${talk}`)).body;
    return [heardSeq, sentSeq];
  };
  expect(await view(carol)).toEqual([null, 0]);
  await carol.says(talk, "Is it free?");
  await bob.says(talk, "It is.");
  await bob.says(talk, "See it tomorrow?");
  expect([await view(carol), await view(bob)]).toEqual([
    [2, 1],
    [1, 3],
  ]);
  await carol.says(talk, "Yes.");
  expect(await view(carol)).toEqual([2, 4]);
});
