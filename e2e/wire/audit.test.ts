import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { v7 } from "uuid";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import type { PublishedAlert } from "#lib/contract/alerts.ts";
import type { AuditVerdict } from "#lib/contract/audit.ts";
import { auditOf, verifyAudit, wholeAudit } from "../harness/audit.ts";
import { createEmptyDatabase } from "../harness/database.ts";
import { OWN_SECRET, OWN_SERVER_MS } from "../harness/own-server.ts";
import { createPerson, disconnectAll, gather, type Person, request } from "../harness/person.ts";
import { expectProblem } from "../harness/problem.ts";
import { type RunningServer, startServer } from "../harness/server.ts";
import { execute } from "../harness/sql.ts";

/** Servers, a database and a folder of their own: the log has nothing in it but what is done here. */

const UNTIL = "2099-01-01T00:00:00.000Z";
const REASON = "Alice wrote that her landlord is a crook";
const PAUSE = { severity: "warning", title: "A short pause tonight", body: "Messages wait from 02:00 to 02:10." };

let dataDir: string;
let databaseUrl: string;
let env: Record<string, string>;
let server: RunningServer;
let alice: Person;
let bob: Person;
let ada: Person;

const makeAdmin = ({ id }: Person) => execute(databaseUrl, "update users set role = 'admin' where id = $1", [id]);

beforeAll(async () => {
  dataDir = fs.mkdtempSync(path.join(os.tmpdir(), "uninest-audit-"));
  databaseUrl = await createEmptyDatabase(inject("postgresUrl"), "uninest_audit");
  env = { DATABASE_URL: databaseUrl, DATA_DIR: dataDir, AUTH_SECRET: OWN_SECRET, RATE_LIMIT_FACTOR: "1000" };
  server = await startServer({ name: "audit", env });
  ({ alice, bob, ada } = await gather(server.baseUrl, "alice", "bob", "ada"));
  await makeAdmin(ada);
}, OWN_SERVER_MS);
afterAll(async () => {
  disconnectAll(alice, bob, ada);
  await server.stop();
  fs.rmSync(dataDir, { recursive: true, force: true });
});

type Call = { method: string; path: string; body?: object };

const ban = (id: string, body: object = { reason: REASON }): Call => ({
  method: "POST",
  path: `/api/admin/users/${id}/ban`,
  body,
});
const lift = (id: string): Call => ({ method: "POST", path: `/api/admin/users/${id}/lift` });
const setRole = (id: string, role: string): Call => ({ method: "PUT", path: `/api/admin/users/${id}/role`, body: { role } });
const publish = (alert: object = PAUSE): Call => ({ method: "POST", path: "/api/admin/alerts", body: alert });
const end = (id: string): Call => ({ method: "POST", path: `/api/admin/alerts/${id}/end` });
const retry = (id: string): Call => ({ method: "POST", path: `/api/admin/jobs/${id}/retry` });

const verify: Call = { method: "POST", path: "/api/admin/audit/verify" };

const does = <Body = Record<string, unknown>>(person: Person, { path: address, ...call }: Call, at = server) =>
  request<Body>(at.baseUrl + address, { ...call, token: person.tokens.accessToken });

const count = async (): Promise<number> => {
  const [row] = await execute(databaseUrl, "select count(*)::int as count from audit_log");
  return Number(row?.count);
};

/** A job of a kind that nobody knows, tried for the last time. */
const deadJob = async (): Promise<string> => {
  const id = v7();
  const add = "select graphile_worker.add_job('nobody:knows', json_build_object('id', $1::text), max_attempts := 1)";
  await execute(databaseUrl, add, [id]);
  await execute(databaseUrl, "update graphile_worker._private_jobs set attempts = max_attempts where payload->>'id' = $1", [id]);
  return id;
};

test("each act of an admin leaves one entry: who, what, to whom, and nothing that anybody wrote", async () => {
  const before = await count();
  const job = await deadJob();
  for (const call of [
    ban(alice.id),
    ban(alice.id, { reason: REASON, until: UNTIL }),
    lift(alice.id),
    setRole(bob.id, "landlord"),
  ])
    expect((await does(ada, call)).status).toBe(204);
  const { body: alert } = await does<PublishedAlert>(ada, publish());
  for (const _ of ["once", "and once more, which changes nothing"]) expect((await does(ada, end(alert.id))).status).toBe(200);
  expect((await does(ada, retry(job))).status).toBe(204);

  const actor = { id: ada.id, name: "ada", role: "admin" };
  const [aliceThen, bobThen] = [alice, bob].map(({ id }, index) => ({ type: "user", id, name: ["alice", "bob"][index] }));
  const told = { type: "alert", id: alert.id, name: PAUSE.title };
  const written = (await wholeAudit(ada)).slice(before);
  expect(written.map(({ at, hash, seq, ...entry }) => entry)).toEqual([
    { actor, action: "user.banned", subject: aliceThen, details: expect.objectContaining({ until: null }) },
    { actor, action: "user.banned", subject: aliceThen, details: expect.objectContaining({ until: UNTIL }) },
    { actor, action: "user.lifted", subject: aliceThen, details: {} },
    { actor, action: "user.role_set", subject: bobThen, details: { from: "student", to: "landlord" } },
    { actor, action: "alert.published", subject: told, details: { severity: "warning" } },
    { actor, action: "alert.ended", subject: told, details: {} },
    { actor, action: "job.retried", subject: { type: "job", id: job, name: null }, details: {} },
  ]);
  const stored = JSON.stringify(await execute(databaseUrl, "select * from audit_log"));
  for (const text of [REASON, PAUSE.title, PAUSE.body, "alice", alice.email]) expect(stored).not.toContain(text);
});

test("what is refused leaves none, whoever asks and whyever", async () => {
  const before = await count();
  const { body: alert } = await does<PublishedAlert>(ada, publish());
  const job = await deadJob();
  const carol = await createPerson(server.baseUrl, "carol");
  for (const call of [ban(bob.id), lift(bob.id), setRole(carol.id, "admin"), publish(), end(alert.id), retry(job)]) {
    expectProblem(`carol: ${call.path}`, await does(carol, call), "forbidden");
    expectProblem(`nobody: ${call.path}`, await request(server.baseUrl + call.path, call), "unauthenticated");
  }
  for (const call of [ban(v7()), lift(v7()), setRole(v7(), "student"), end(v7()), retry(v7())])
    expectProblem(`of nothing: ${call.path}`, await does(ada, call), "not_found");
  for (const call of [ban(ada.id), setRole(ada.id, "student")])
    expectProblem(`to oneself: ${call.path}`, await does(ada, call), "conflict");
  for (const call of [ban(bob.id, {}), setRole(bob.id, "king"), publish({})])
    expectProblem(`of another form: ${call.path}`, await does(ada, call), "validation_failed");
  // One entry all in all: that there is an announcement.
  expect((await wholeAudit(ada)).slice(before).map(({ action }) => action)).toEqual(["alert.published"]);
  disconnectAll(carol);
});

test("an act that is not committed leaves no entry, and without its entry there is no act", async () => {
  const dora = await createPerson(server.baseUrl, "dora");
  const before = await count();
  const isBanned = async () =>
    (await execute(databaseUrl, "select banned_until from users where id = $1", [dora.id]))[0]?.banned_until;
  await execute(databaseUrl, "create function refuse() returns trigger language plpgsql as $$ begin raise 'no'; end $$");
  for (const [what, trigger] of [
    ["at the commit", "create constraint trigger no after update on users deferrable initially deferred for each row"],
    ["of the entry", "create trigger no before insert on audit_log for each row"],
  ] as const) {
    const table = what === "at the commit" ? "users" : "audit_log";
    await execute(databaseUrl, `${trigger} execute function refuse()`);
    expectProblem(what, await does(ada, ban(dora.id)), "internal");
    await execute(databaseUrl, `drop trigger no on ${table}`);
    expect([await isBanned(), await count()]).toEqual([null, before]);
  }
  expect(dora.device.socket.connected).toBe(true);
  expect((await does(ada, ban(dora.id))).status).toBe(204);
  expect(await count()).toBe(before + 1);
  disconnectAll(dora);
});

test("acts of several admins at once on two processes make one chain without a gap", { timeout: 2 * OWN_SERVER_MS }, async () => {
  const other = await startServer({ name: "audit-other", env });
  const eve = await createPerson(server.baseUrl, "eve");
  await makeAdmin(eve);
  // Acts on people wait for each other anyway; those on jobs for nothing but the log.
  const jobs = await Promise.all(Array.from({ length: 12 }, deadJob));
  const people = await Promise.all(Array.from({ length: 6 }, (_, index) => createPerson(server.baseUrl, `person${index}`)));
  const before = await count();
  const calls = people.flatMap(({ id }, index) => [
    ban(id),
    ...jobs.slice(index * 2, index * 2 + 2).map(retry),
    lift(id),
    setRole(id, "landlord"),
    setRole(id, "student"),
    { ...ban(v7()), isRefused: true },
  ]);
  const answers = await Promise.all(
    calls.map((call, index) => does(index % 2 === 0 ? ada : eve, call, index % 3 === 0 ? other : server)),
  );
  const expected = calls.map((call) => ("isRefused" in call ? 404 : 204));
  expect(answers.map(({ status }) => status)).toEqual(expected);
  const records = await wholeAudit(ada);
  expect(records.map(({ seq }) => seq)).toEqual(records.map((_, index) => index + 1));
  expect(records).toHaveLength(before + expected.filter((status) => status === 204).length);
  const unbound = "select seq from (select seq, prev_hash, lag(hash) over (order by seq) as before from audit_log) as links";
  expect(await execute(databaseUrl, `${unbound} where seq > 1 and prev_hash is distinct from before`)).toHaveLength(0);
  expect(await other.stop()).toBe(0);
  expect(await verifyAudit(env)).toMatchObject({ code: 0, said: expect.stringContaining(`${records.length} entries are`) });
  disconnectAll(eve, ...people);
});

test("SQL may add and nothing else, however it asks", async () => {
  await does(ada, lift(alice.id));
  const before = await wholeAudit(ada);
  for (const statement of [
    "update audit_log set action = 'user.lifted'",
    "update audit_log set hash = hash where seq = 0",
    "delete from audit_log where seq = 1",
    "truncate audit_log",
    "insert into audit_log select * from audit_log where seq = 1 on conflict (seq) do update set action = 'nothing'",
    "set session_replication_role = replica; delete from audit_log",
  ])
    await expect(execute(databaseUrl, statement), statement).rejects.toThrow("audit_log only grows");
  await expect(execute(databaseUrl, "insert into audit_log select * from audit_log where seq = 1")).rejects.toThrow(
    "audit_log_pkey",
  );
  expect(await wholeAudit(ada)).toEqual(before);
});

test("only admins read it, page by page, the newest first", async () => {
  for (const _ of [1, 2, 3]) await does(ada, lift(alice.id));
  expectProblem("alice", await alice.http("/api/admin/audit"), "forbidden");
  expectProblem("nobody", await request(`${server.baseUrl}/api/admin/audit`), "unauthenticated");
  expectProblem("alice verifies", await does(alice, verify), "forbidden");
  expectProblem("nobody verifies", await request(server.baseUrl + verify.path, verify), "unauthenticated");
  for (const cursor of ["mine", Buffer.from("0").toString("base64url"), Buffer.from('"1"').toString("base64url")])
    expectProblem(cursor, await ada.http(`/api/admin/audit?cursor=${cursor}`), "validation_failed");
  const all = (await wholeAudit(ada)).reverse();
  const first = (await auditOf(ada, "?limit=2")).body;
  const second = (await auditOf(ada, `?limit=2&cursor=${first.nextCursor}`)).body;
  expect([...first.items, ...second.items]).toEqual(all.slice(0, 4));
  const last = (await auditOf(ada, `?limit=${all.length}`)).body;
  expect(last).toEqual({ items: all, nextCursor: null });
});

const VERIFIED = { timeout: 4 * OWN_SERVER_MS };
const headsIn = (folder: string): string => path.join(folder, "audit-heads");

/** Some entries more, and their heads. Resolves to how many there are. */
const growsAndIsKept = async (): Promise<number> => {
  for (const _ of [1, 2, 3, 4, 5, 6]) await does(ada, lift(alice.id));
  const entries = await count();
  const newest = () => JSON.parse(fs.readFileSync(headsIn(dataDir), "utf8").trim().split("\n").at(-1) ?? "{}").seq;
  await expect.poll(newest, { timeout: 20_000 }).toBe(entries);
  return entries;
};

test("heads outside the database follow by themselves, and the log verifies beside the server", VERIFIED, async () => {
  const entries = await growsAndIsKept();
  expect(fs.statSync(headsIn(dataDir)).mode & 0o777).toBe(0o600);
  expect(await verifyAudit(env)).toEqual({
    code: 0,
    said: `${entries} entries are as they were written; heads tell of the first ${entries}.`,
  });
  const verdicts = await Promise.all([does<AuditVerdict>(ada, verify), does<AuditVerdict>(ada, verify)]);
  expect(verdicts.map(({ body }) => body)).toEqual(Array(2).fill({ entries, anchored: entries, fault: null }));
});

test("who has the whole database and takes the guard away is found out all the same", VERIFIED, async () => {
  const last = await growsAndIsKept();
  await execute(databaseUrl, "create table kept as select * from audit_log");
  const off = "alter table audit_log disable trigger audit_log_only_grows";
  const on = "alter table audit_log enable always trigger audit_log_only_grows";
  for (const [statement, fault, said] of [
    [
      "update audit_log set subject_id = actor_id where seq = 3",
      { at: 3, reason: "content" },
      /^Entry 3 is not what was written/,
    ],
    ["update audit_log set at = 'infinity' where seq = 2", { at: 2, reason: "content" }, /^Entry 2 is not what was written/],
    ['update audit_log set details = \'{"by": "law"}\' where seq = 1', { at: 1, reason: "content" }, /^Entry 1 is not what/],
    ["delete from audit_log where seq = 4", { at: 4, reason: "place" }, /^Entry 4 is missing/],
    [`delete from audit_log where seq > ${last - 2}`, { at: last - 1, reason: "cut" }, /^The log ends before entry \d+:/],
    ["delete from audit_log", { at: 1, reason: "cut" }, /^The log ends before entry 1:/],
  ] as const) {
    await execute(databaseUrl, `${off}; ${statement}; ${on}`);
    const [asked, ran] = [await does<AuditVerdict>(ada, verify), await verifyAudit(env)];
    await execute(databaseUrl, `${off}; truncate audit_log; insert into audit_log select * from kept; ${on}`);
    expect({ statement, fault: asked.body.fault }).toEqual({ statement, fault });
    expect({ statement, ...ran }).toEqual({ statement, code: 1, said: expect.stringMatching(said) });
  }
  expect((await does<AuditVerdict>(ada, verify)).body.fault).toBeNull();
});

test("heads that were changed or are gone are no heads, and another secret is none", VERIFIED, async () => {
  const last = await growsAndIsKept();
  // A copy: the server goes on with its own.
  const copy = path.join(dataDir, "copy");
  const settings = { ...env, DATA_DIR: copy };
  fs.mkdirSync(copy);
  fs.copyFileSync(headsIn(dataDir), headsIn(copy));
  expect(await verifyAudit(settings)).toMatchObject({ code: 0 });
  const another = { ...settings, AUTH_SECRET: "another secret, as long as it must be" };
  expect(await verifyAudit(another)).toEqual({
    code: 1,
    said: expect.stringMatching(/^Entry 1 is not what was written, or not by us/),
  });
  fs.writeFileSync(headsIn(copy), fs.readFileSync(headsIn(copy), "utf8").replace('"seq":', '"seq":1'));
  expect(await verifyAudit(settings)).toEqual({ code: 1, said: expect.stringMatching(/^Line 1 of the heads is none of ours/) });
  fs.rmSync(headsIn(copy));
  expect(await verifyAudit(settings)).toEqual({
    code: 1,
    said: expect.stringMatching(`^There are no heads.*\n${last} entries are as they were written; heads tell of the first 0`),
  });
  expect(await verifyAudit({ ...settings, AUTH_SECRET: "" })).toEqual({
    code: 2,
    said: expect.stringContaining("There is no secret"),
  });
});
