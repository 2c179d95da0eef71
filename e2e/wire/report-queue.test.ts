import { v7 } from "uuid";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { OwnReport, OwnReports, QueuedReport, ReportCase, ReportPage } from "#lib/contract/reports.ts";
import { type ModeratedHouse, openModeratedHouse } from "../harness/moderation.ts";
import { OWN_SERVER_MS } from "../harness/own-server.ts";
import type { HttpAnswer, Person } from "../harness/person.ts";
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
  house = await openModeratedHouse("report-queue");
  ({ alice, bob, carol, mia, max, ada } = house);
  together = await alice.opens(bob);
}, OWN_SERVER_MS);
afterAll(() => house.close());

type Problem = Record<string, unknown>;
const problem = (answer: HttpAnswer<unknown>) => answer as HttpAnswer<Problem>;

const report = async (person: Person, about: Person, conversationId = together): Promise<OwnReport> => {
  const { messageId } = await about.says(conversationId, `${v7()}: come alone tonight`);
  const body = { conversationId, userId: about.id, messageId, reason: "scam" };
  return (await person.http<OwnReport>("/api/reports", { method: "POST", body })).body;
};
const queueOf = async (person: Person, query = ""): Promise<QueuedReport[]> =>
  (await person.http<ReportPage>(`/api/admin/reports${query}`)).body.items;
const read = (person: Person, id: string) => person.http<ReportCase>(`/api/admin/reports/${id}`);
const claim = (person: Person, id: string) => person.http<ReportCase>(`/api/admin/reports/${id}/claim`, { method: "POST" });
const decide = (person: Person, id: string, body: object = { outcome: "acted" }) =>
  person.http<ReportCase>(`/api/admin/reports/${id}/decide`, { method: "POST", body });
const own = async (person: Person) => (await person.http<OwnReports>("/api/reports")).body.items;
const isAbout =
  ({ id }: OwnReport) =>
  ({ newest }: { newest: { id: string } | null }) =>
    newest?.id === id;

test("a report reaches the moderators live, is taken on by one, decided, and told to the one who made it and to nobody else", async () => {
  const filed = await report(alice, bob);
  for (const person of [mia, max, ada])
    expect(await person.device.hears("moderation:queue", isAbout(filed))).toEqual({
      open: 1,
      newest: { id: filed.id, createdAt: filed.createdAt },
    });
  expect(await queueOf(mia)).toMatchObject([
    { id: filed.id, status: "open", claimedBy: null, similar: 0, reporter: { name: "alice", role: "student" } },
  ]);

  const marks = [bob, carol].map(({ device }) => device.mark());
  const taken = (await claim(mia, filed.id)).body;
  expect(taken.report).toMatchObject({ status: "claimed", claimedBy: { id: mia.id, name: "mia" } });
  expect(taken.evidence.at(-1)).toMatchObject({ messageId: filed.messageId, senderId: bob.id, deletedAt: null });
  expect(taken.reported).toEqual({ filed: 0, filedActed: 0, received: 1, receivedActed: 0 });
  expect(await alice.device.hears("report:updated", ({ id }) => id === filed.id)).toMatchObject({ status: "claimed" });
  expectProblem("another one", problem(await claim(max, filed.id)), "conflict");
  expectProblem("another's decision", problem(await decide(max, filed.id)), "conflict");

  const { body: closed } = await decide(mia, filed.id, { outcome: "acted", note: "The account is known." });
  expect(closed).toMatchObject({
    report: { status: "decided", outcome: "acted", decidedBy: { id: mia.id } },
    decisionNote: "The account is known.",
    reported: { receivedActed: 1 },
  });
  const told = await alice.device.hears("report:updated", ({ outcome }) => outcome === "acted");
  expect(told).toMatchObject({ id: filed.id, status: "decided", decidedAt: expect.any(String) });
  expect(JSON.stringify(told)).not.toContain("The account is known.");
  expect(await own(alice)).toEqual([told]);
  await max.device.hears("moderation:queue", ({ open }) => open === 0);
  expect(await queueOf(max)).toEqual([]);
  expect(await queueOf(max, "?status=decided")).toMatchObject([{ id: filed.id }]);
  expectProblem("once more", problem(await decide(mia, filed.id)), "conflict");
  for (const [index, { device }] of [bob, carol].entries()) expect(await device.newsSince(marks[index] ?? 0)).toEqual([]);
  expect(alice.device.heard("moderation:queue")).toEqual([]);

  expect(await house.acts(mia)).toEqual([`report.claimed ${filed.id}`, `report.decided ${filed.id}`]);
});

test("whoever reads what two people wrote is put down, each time", async () => {
  const filed = await report(alice, bob);
  const before = await house.acts(max);
  await read(max, filed.id);
  await read(max, filed.id);
  const entry = `conversation.read_as_evidence ${filed.id}`;
  expect(await house.acts(max)).toEqual([...before, entry, entry]);
  // What is refused was not read.
  expectProblem("a student", problem(await read(carol, filed.id)), "forbidden");
  expect(await house.acts(carol)).toEqual([]);
});

test("who made a report or is meant by it finds nothing of it in the queue", async () => {
  const [withMia, withMax] = [await alice.opens(mia), await max.opens(alice)];
  const aboutMia = await report(alice, mia, withMia);
  const byMax = await report(max, alice, withMax);
  for (const [who, { id }] of [
    [mia, aboutMia],
    [max, byMax],
  ] as const) {
    expect((await queueOf(who)).map((one) => one.id)).not.toContain(id);
    for (const refused of [await read(who, id), await claim(who, id), await decide(who, id)])
      expectProblem("a part of it", problem(refused), "not_found");
  }
  expect((await decide(max, aboutMia.id, { outcome: "dismissed" })).status).toBe(200);
  expect((await decide(mia, byMax.id, { outcome: "dismissed" })).status).toBe(200);
  expectProblem("nothing", problem(await claim(mia, v7())), "not_found");
});

test("of two who take it on at once one has it; after half an hour it is anybody's again", async () => {
  const { id } = await report(carol, bob, await carol.opens(bob));
  const answers = await Promise.all([claim(mia, id), claim(max, id)]);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  const late = answers[0]?.status === 200 ? max : mia;
  await house.sql("update reports set claimed_at = now() - interval '31 minutes' where id = $1", id);
  expect((await claim(late, id)).body.report.claimedBy).toMatchObject({ id: late.id });
  const decisions = await Promise.all([decide(late, id), decide(late, id), decide(late, id)]);
  expect(decisions.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
});

test("a case shows what else is open about the same person; the queue goes page by page, the oldest first", async () => {
  const dora = await carol.opens(alice);
  const first = await report(carol, alice, dora);
  const second = await report(bob, alice);
  expect((await read(ada, first.id)).body.similar.map(({ id }) => id)).toEqual([second.id]);
  const seen: string[] = [];
  let cursor: string | null = "";
  while (cursor !== null) {
    const { body }: { body: ReportPage } = await ada.http(`/api/admin/reports?limit=1${cursor && `&cursor=${cursor}`}`);
    seen.push(...body.items.map(({ id }) => id));
    cursor = body.nextCursor;
  }
  const all = await queueOf(ada, "?limit=100");
  expect(seen).toEqual(all.map(({ id }) => id));
  expect(all.map(({ createdAt }) => createdAt)).toEqual(all.map(({ createdAt }) => createdAt).sort());
  expectProblem("a cursor of one's own", await ada.http("/api/admin/reports?cursor=mine"), "validation_failed");
});
