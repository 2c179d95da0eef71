import { parse } from "csv-parse/sync";
import { v7 } from "uuid";
import { afterAll, beforeAll, expect, test } from "vitest";
import { wholeAudit } from "../harness/audit.ts";
import { putDeadJob } from "../harness/dead-jobs.ts";
import { type ModeratedHouse, openModeratedHouse } from "../harness/moderation.ts";
import { OWN_SERVER_MS } from "../harness/own-server.ts";
import { createPerson, disconnectAll, type Person } from "../harness/person.ts";

let house: ModeratedHouse;
let alice: Person;
let bob: Person;
let ada: Person;

const FORMULA = '=HYPERLINK("https://evil.test";"click")';

beforeAll(async () => {
  house = await openModeratedHouse("exports");
  ({ alice, bob, ada } = house);
}, OWN_SERVER_MS);
afterAll(() => house.close());

const save = async (of: string) => {
  const answer = await fetch(`${house.baseUrl}/api/admin/exports/${of}`, {
    headers: { authorization: `Bearer ${ada.tokens.accessToken}` },
  });
  const bytes = Buffer.from(await answer.arrayBuffer());
  return { answer, bytes, rows: parse(bytes, { bom: true, columns: true }) as Record<string, string>[] };
};
const reports = (who: Person, about: Person, conversationId: string, note: string) =>
  who.http("/api/reports", { method: "POST", body: { conversationId, userId: about.id, reason: "spam", note } });

test("a list comes as a file that any program for tables reads, and on record", async () => {
  const eve = await createPerson(house.baseUrl, FORMULA);
  const { answer, bytes, rows } = await save("people");
  expect(answer.status).toBe(200);
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    "content-type": "text/csv; charset=utf-8",
    "content-disposition": 'attachment; filename="uninest-people.csv"',
    "cache-control": "no-store",
    "x-content-type-options": "nosniff",
  });
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  expect(rows.map(({ name }) => name).sort()).toEqual([`'${FORMULA}`, "ada", "alice", "bob", "carol", "max", "mia"]);
  expect(rows.find(({ id }) => id === eve.id)).toMatchObject({ address: eve.email, role: "student", banned: "no" });
  const last = (await wholeAudit(ada)).at(-1);
  expect(last).toMatchObject({ actor: { id: ada.id }, action: "export.made", details: { of: "people" } });
  disconnectAll(eve);
});

test("reports come without their evidence, and without those that one is part of", async () => {
  const talk = await alice.opens(bob);
  await bob.says(talk, "what only the two of them know");
  await reports(alice, bob, talk, "+49 170 1234567\r\ncalls me");
  const own = await alice.opens(ada);
  await reports(alice, ada, own, "She is rude.");
  const { bytes, rows } = await save("reports");
  expect(rows).toMatchObject([{ reporter: "alice", reported: "bob", status: "open", note: "'+49 170 1234567\r\ncalls me" }]);
  expect(bytes.toString("utf8")).not.toMatch(/what only|rude/);
});

test("the audit log and the dead jobs come whole, the newest first", async () => {
  await putDeadJob(house.databaseUrl, "digest:mail", { userId: v7() }, "-1: the mail server is away");
  const jobs = await save("jobs");
  expect(jobs.rows).toMatchObject([{ name: "digest:mail", reason: "'-1: the mail server is away" }]);
  const { rows } = await save("audit");
  const written = (await wholeAudit(ada)).reverse();
  expect(rows.map(({ seq, action, hash }) => ({ seq, action, hash }))).toEqual(
    written.map(({ seq, action, hash }) => ({ seq: String(seq), action, hash })),
  );
  expect(rows[0]).toMatchObject({ action: "export.made", details: '{"of":"audit"}' });
});

test("more rows than are read at a time come too, each once, and who goes away stops it", async () => {
  await house.sql(`insert into users (id, email, name, role, password_hash, created_at)
    select gen_random_uuid(), 'crowd' || n || '@people.test', 'crowd ' || n, 'student', 'x', now() - n * interval '1 second'
    from generate_series(1, 1700) n`);
  const { rows } = await save("people");
  const crowd = rows.flatMap(({ name }) => (name?.startsWith("crowd ") ? [name] : []));
  expect(new Set(crowd).size).toBe(1700);
  expect(crowd).toHaveLength(1700);
  const leaving = new AbortController();
  const answer = await fetch(`${house.baseUrl}/api/admin/exports/people`, {
    headers: { authorization: `Bearer ${ada.tokens.accessToken}` },
    signal: leaving.signal,
  });
  leaving.abort();
  expect(answer.status).toBe(200);
  expect((await alice.http("/api/health")).status).toBe(200);
});
