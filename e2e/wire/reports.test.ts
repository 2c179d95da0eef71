import { v7 } from "uuid";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { reportLimits } from "#lib/contract/report-rules.ts";
import type { EvidenceLine, NewReport, OwnReport, OwnReports } from "#lib/contract/reports.ts";
import { createEmptyDatabase } from "../harness/database.ts";
import { createHome } from "../harness/homes.ts";
import { OWN_SECRET, OWN_SERVER_MS } from "../harness/own-server.ts";
import { disconnectAll, gather, type Person, request } from "../harness/person.ts";
import { expectProblem } from "../harness/problem.ts";
import { type RunningServer, startServer } from "../harness/server.ts";
import { execute } from "../harness/sql.ts";

/** A server of its own: moderators are told of every report. */

let server: RunningServer;
let databaseUrl: string;
let alice: Person;
let bob: Person;
let carol: Person;
let together: string;

beforeAll(async () => {
  databaseUrl = await createEmptyDatabase(inject("postgresUrl"), "uninest_reports");
  server = await startServer({
    name: "reports",
    env: { DATABASE_URL: databaseUrl, AUTH_SECRET: OWN_SECRET, RATE_LIMIT_FACTOR: "1000" },
  });
  ({ alice, bob, carol } = await gather(server.baseUrl, "alice", "bob", "carol"));
  together = await alice.opens(bob);
}, OWN_SERVER_MS);
afterAll(async () => {
  disconnectAll(alice, bob, carol);
  await server.stop();
});

type Problem = Record<string, unknown>;
const file = <Body = OwnReport>(person: Person, report: Partial<NewReport>) =>
  person.http<Body>("/api/reports", { method: "POST", body: { conversationId: together, reason: "scam", ...report } });
const own = async (person: Person): Promise<OwnReport[]> => (await person.http<OwnReports>("/api/reports")).body.items;
const evidenceOf = async ({ id }: OwnReport): Promise<EvidenceLine[]> => {
  const [row] = await execute(databaseUrl, "select evidence from reports where id = $1", [id]);
  return row?.evidence ?? [];
};
const says = async (person: Person, content: string) => (await person.says(together, content)).messageId;

test("a message is reported with what is written around it, and the one who wrote it hears nothing", async () => {
  const texts = Array.from({ length: 2 * reportLimits.messagesAround + 5 }, (_, index) => `line ${index}`);
  const ids: string[] = [];
  for (const text of texts) ids.push(await says(bob, text));
  await alice.device.hears("message:received", ({ content }) => content === texts.at(-1));
  await alice.device.hears("unread_count:updated", ({ unreadCount }) => unreadCount === texts.length);
  const marks = [alice, bob, carol].map(({ device }) => device.mark());

  const middle = reportLimits.messagesAround + 2;
  const { status, body: report } = await file(alice, { userId: bob.id, messageId: ids[middle] ?? "", note: "  Look at it.  " });
  expect(status).toBe(201);
  expect(report).toEqual({
    id: expect.any(String),
    person: { id: bob.id, name: "bob" },
    conversationId: together,
    listingId: null,
    messageId: ids[middle],
    reason: "scam",
    note: "Look at it.",
    status: "open",
    outcome: null,
    createdAt: expect.any(String),
    decidedAt: null,
  });
  expect(await own(alice)).toEqual([report]);
  expect([await own(bob), await own(carol)]).toEqual([[], []]);

  const evidence = await evidenceOf(report);
  const around = texts.slice(middle - reportLimits.messagesAround, middle + reportLimits.messagesAround + 1);
  expect(evidence.map(({ content }) => content)).toEqual(around);
  // Whatever becomes of the messages, the copy stays as it was.
  await execute(
    databaseUrl,
    "update messages set content = '', deleted_at = now(), counts_unread = false where conversation_id = $1",
    [together],
  );
  expect(await evidenceOf(report)).toEqual(evidence);
  for (const [index, { device }] of [alice, bob, carol].entries()) expect(await device.newsSince(marks[index] ?? 0)).toEqual([]);
});

test("the same is reported once as long as it is open, by whichever device and however often at once; by others too", async () => {
  const messageId = await says(bob, "pay me first");
  const answers = await Promise.all(Array.from({ length: 6 }, () => file(alice, { userId: bob.id, messageId })));
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 200, 200, 200, 201]);
  expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
  const person = await file(alice, { userId: bob.id, reason: "harassment" });
  expect(person.status).toBe(201);
  expect(person.body.messageId).toBeNull();
  expect((await file(alice, { userId: bob.id, reason: "spam" })).body).toEqual(person.body);
  // And bob about alice: each has an open one of their own.
  expect((await file(bob, { userId: alice.id })).status).toBe(201);
  expect(await own(bob)).toHaveLength(1);
});

test("who joined late keeps what they could see, and no more", async () => {
  const elsewhere = await carol.opens(bob);
  const [first, second] = [await carol.says(elsewhere, "before"), await carol.says(elsewhere, "after")];
  await execute(databaseUrl, "update participants set joined_seq = 1 where conversation_id = $1 and user_id = $2", [
    elsewhere,
    bob.id,
  ]);
  const { body: report } = await file(bob, { conversationId: elsewhere, userId: carol.id, messageId: second.messageId });
  expect((await evidenceOf(report)).map(({ content }) => content)).toEqual(["after"]);
  const unseen = await file<Problem>(bob, { conversationId: elsewhere, userId: carol.id, messageId: first.messageId });
  expectProblem("what was written before", unseen, "not_found");
});

test("nobody reports from outside, about themselves, about strangers, or what somebody else wrote", async () => {
  const messageId = await says(bob, "one more");
  const before = await execute(databaseUrl, "select count(*) from reports");
  for (const [what, person, report, code] of [
    ["an outsider", carol, { userId: bob.id }, "not_found"],
    ["a conversation that is not there", alice, { conversationId: v7(), userId: bob.id }, "not_found"],
    ["oneself", alice, { userId: alice.id }, "validation_failed"],
    ["somebody who is not in it", alice, { userId: carol.id }, "not_found"],
    ["nobody at all", alice, { userId: v7() }, "not_found"],
    ["a message that is not there", alice, { userId: bob.id, messageId: v7() }, "not_found"],
    ["a message of one's own", bob, { userId: alice.id, messageId }, "validation_failed"],
    ["no known reason", alice, { userId: bob.id, reason: "taste" as "spam" }, "validation_failed"],
    ["an endless note", alice, { userId: bob.id, note: "x".repeat(reportLimits.noteCharacters + 1) }, "validation_failed"],
    ["in another's name", alice, { userId: bob.id, reporterId: carol.id } as Partial<NewReport>, "validation_failed"],
  ] as const)
    expectProblem(what, await file<Problem>(person, report), code);
  const url = `${server.baseUrl}/api/reports`;
  expectProblem("who is not signed in", await request(url, { method: "POST", body: {} }), "unauthenticated");
  expect(await execute(databaseUrl, "select count(*) from reports")).toEqual(before);
});

test("who lets a home is reported before anything was written, with what the home says, once; nobody else by it", async () => {
  const { listingId } = await createHome(databaseUrl, bob.id);
  const report = (person: Person, userId: string, more: Partial<NewReport> = {}) =>
    person.http<OwnReport>("/api/reports", { method: "POST", body: { listingId, userId, reason: "scam", ...more } });
  const mark = bob.device.mark();
  const { status, body: filed } = await report(carol, bob.id);
  expect({ status, filed }).toMatchObject({ status: 201, filed: { conversationId: null, listingId, messageId: null } });
  expect(await evidenceOf(filed)).toMatchObject([
    { senderId: bob.id, kind: "home", content: "House at the river\n\nQuiet\n\nA house." },
  ]);
  expect(await report(carol, bob.id)).toMatchObject({ status: 200, body: { id: filed.id } });
  expect(await bob.device.newsSince(mark)).toEqual([]);

  const problem = async (answer: ReturnType<typeof report>) => (await answer) as unknown as Parameters<typeof expectProblem>[1];
  expectProblem("somebody else", await problem(report(carol, alice.id)), "not_found");
  expectProblem("oneself", await problem(report(bob, bob.id)), "validation_failed");
  expectProblem("both places", await problem(report(carol, bob.id, { conversationId: together })), "validation_failed");
  const hidden = await createHome(databaseUrl, bob.id, { isPublished: false });
  expectProblem("a draft", await problem(report(carol, bob.id, { listingId: hidden.listingId })), "not_found");
});
