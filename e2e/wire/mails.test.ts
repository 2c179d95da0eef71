import fs from "node:fs";
import { v7 } from "uuid";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { rates } from "#lib/contract/limits.ts";
import { createEmptyDatabase } from "../harness/database.ts";
import { OWN_SERVER_MS, startOwnServer } from "../harness/own-server.ts";
import { createPerson, disconnectAll, type HttpAnswer, type Person, request } from "../harness/person.ts";
import { expectProblem } from "../harness/problem.ts";
import { exchange, requestText } from "../harness/raw-socket.ts";
import { type RunningServer, startServer } from "../harness/server.ts";
import { diesAtOnce, expectShutOut, signIn, signInElsewhere } from "../harness/sign-ins.ts";
import { type SmtpReceiver, startSmtpReceiver } from "../harness/smtp-receiver.ts";
import { execute } from "../harness/sql.ts";

const RESET = "/reset-password";
const VERIFY = "/verify-email";
const NEW_PASSWORD = "a new password of bob";

let smtp: SmtpReceiver;
let server: RunningServer;
let databaseUrl: string;

beforeAll(async () => {
  smtp = await startSmtpReceiver();
  databaseUrl = await createEmptyDatabase(inject("postgresUrl"), "uninest_mails");
  server = await startServer({
    name: "mails",
    env: {
      DATABASE_URL: databaseUrl,
      AUTH_SECRET: "x".repeat(40),
      SMTP_URL: smtp.url,
      MAIL_FROM: "hello@uninest.test",
      RATE_LIMIT_FACTOR: "1000",
      LOG_LEVEL: "debug",
    },
  });
}, OWN_SERVER_MS);
afterAll(async () => {
  await server.stop();
  await smtp.stop();
});

const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
  request(`${server.baseUrl}${path}`, { method: "POST", body, headers });
const askReset = (email: string) => post("/api/password-resets", { email });
const reset = (token: string, password = NEW_PASSWORD) => post("/api/password-resets/confirm", { token, password });
const verify = (token: string) => post("/api/email-verifications/confirm", { token });
const verifiedAt = async (person: Person) =>
  (await execute(databaseUrl, "select email_verified_at as at from users where id = $1", [person.id]))[0]?.at;

const createBob = () => createPerson(server.baseUrl, "bob");
const resetToken = async (bob: Person, count = 1): Promise<string> => {
  expect((await askReset(bob.email)).status).toBe(202);
  return (await smtp.arrives(bob.email, RESET, count)).token;
};

test("registering sends a link that shows once whose address it is", async () => {
  const bob = await createBob();
  const { token, from, headers, text } = await smtp.arrives(bob.email, VERIFY);
  expect(from).toBe("hello@uninest.test");
  expect(headers).toContain("Subject: Confirm your e-mail address for UniNest\r\n");
  expect(text).toContain(`${server.baseUrl}${VERIFY}#token=${token}`);
  expect(await verifiedAt(bob)).toBeNull();
  expect((await verify(token)).status).toBe(204);
  expect(await verifiedAt(bob)).toBeInstanceOf(Date);
  expectProblem("again", await verify(token), "not_found");
  disconnectAll(bob);
});

test("of several links the newest works, and none is sent for an address that is confirmed", async () => {
  const bob = await createBob();
  const first = await smtp.arrives(bob.email, VERIFY);
  expect((await bob.http("/api/email-verifications", { method: "POST" })).status).toBe(202);
  const second = await smtp.arrives(bob.email, VERIFY, 2);
  expectProblem("first", await verify(first.token), "not_found");
  expect((await verify(second.token)).status).toBe(204);
  expect((await bob.http("/api/email-verifications", { method: "POST" })).status).toBe(202);
  await resetToken(bob);
  expect(smtp.to(bob.email, VERIFY)).toHaveLength(2);
  disconnectAll(bob);
});

test("a forgotten password is set anew by a link, once, and every session ends", async () => {
  const bob = await createBob();
  const phone = await signInElsewhere(server.baseUrl, bob);
  const token = await resetToken(bob);
  expect((await reset(token)).status).toBe(204);
  const answeredAt = performance.now();
  for (const device of [bob.device, phone.device]) {
    expect(await device.hears("session:revoked")).toEqual({ reason: "password_reset" });
    await diesAtOnce(device, answeredAt);
  }
  for (const tokens of [bob.tokens, phone.tokens]) await expectShutOut(server.baseUrl, tokens, "unauthenticated");
  expect((await signIn(server.baseUrl, bob)).status).toBe(401);
  expect((await signIn(server.baseUrl, { ...bob, password: NEW_PASSWORD })).status).toBe(201);
  expect(await verifiedAt(bob)).toBeInstanceOf(Date);
  expectProblem("again", await reset(token, "a password of somebody else"), "not_found");
  expect((await signIn(server.baseUrl, { ...bob, password: NEW_PASSWORD })).status).toBe(201);
});

test("of many uses of one link at once, one counts", async () => {
  const bob = await createBob();
  const token = await resetToken(bob);
  const answers = await Promise.all(Array.from({ length: 6 }, (_, index) => reset(token, `password number ${index}`)));
  expect(answers.map(({ status }) => status).sort()).toEqual([204, 404, 404, 404, 404, 404]);
});

test("a link to a new password is worth nothing once there is a newer one, a new password, or after a quarter of an hour", async () => {
  const bob = await createBob();
  const first = await resetToken(bob);
  const second = await resetToken(bob, 2);
  expectProblem("older", await reset(first), "not_found");
  const change = { currentPassword: bob.password, newPassword: "changed in between" };
  expect((await bob.http("/api/account/password", { method: "POST", body: change })).status).toBe(204);
  expectProblem("changed", await reset(second), "not_found");
  const third = await resetToken(bob, 3);
  const left = "select extract(epoch from expires_at - now()) as seconds from verifications where user_id = $1";
  const [promised] = await execute(databaseUrl, `${left} and purpose = 'password_reset'`, [bob.id]);
  expect(Number(promised?.seconds)).toBeGreaterThan(14 * 60);
  expect(Number(promised?.seconds)).toBeLessThanOrEqual(15 * 60);
  await execute(databaseUrl, "update verifications set expires_at = now() where user_id = $1", [bob.id]);
  expectProblem("too old", await reset(third), "not_found");
  disconnectAll(bob);
});

test("a link is good for what it is for only, and a guess for nothing", async () => {
  const bob = await createBob();
  const { token } = await smtp.arrives(bob.email, VERIFY);
  expectProblem("verification as reset", await reset(token), "not_found");
  expectProblem("reset as verification", await verify(await resetToken(bob)), "not_found");
  for (const guess of [v7(), "x", "%", "' or true --", "null"]) expectProblem(guess, await reset(guess), "not_found");
  expect((await signIn(server.baseUrl, bob)).status).toBe(201);
  disconnectAll(bob);
});

test("a bad new password does not use the link up", async () => {
  const bob = await createBob();
  const token = await resetToken(bob);
  expectProblem("short", await reset(token, "short"), "validation_failed");
  expect((await reset(token)).status).toBe(204);
});

test("the database holds no token that a mail holds", async () => {
  const bob = await createBob();
  const token = await resetToken(bob);
  const rows = await execute(databaseUrl, "select * from verifications where user_id = $1", [bob.id]);
  expect(rows).toHaveLength(2);
  expect(JSON.stringify(rows)).not.toContain(token);
  disconnectAll(bob);
});

test("whether an account exists does not show in the answer, and nobody gets a mail for an address that is none", async () => {
  const bob = await createBob();
  const stranger = `nobody.${v7()}@people.test`;
  const essence = ({ status, body, headers }: HttpAnswer<unknown>) => ({
    status,
    body,
    headers: [...headers].filter(([name]) => name !== "date" && name !== "x-request-id"),
  });
  const unknown = await askReset(stranger);
  const known = await askReset(bob.email);
  expect(essence(unknown)).toEqual(essence(known));
  expect(known.status).toBe(202);
  await smtp.arrives(bob.email, RESET);
  expect(smtp.mails.filter(({ to }) => to.includes(stranger))).toEqual([]);
  disconnectAll(bob);
});

test("what somebody writes into an address or a name gets into no header", async () => {
  const bob = await createBob();
  const hostile = [
    `${bob.email}\r\nBcc: eve@evil.test`,
    `${bob.email}\nBcc: eve@evil.test`,
    `${bob.email}, eve@evil.test`,
    `${bob.email}; eve@evil.test`,
    `<${bob.email}>, <eve@evil.test>`,
    `"${bob.email}" <eve@evil.test>`,
    `${bob.email}%0d%0aBcc:eve@evil.test`,
    [bob.email, "eve@evil.test"],
    { address: "eve@evil.test" },
  ];
  for (const email of hostile) expectProblem(String(email), await post("/api/password-resets", { email }), "validation_failed");
  const named = { password: "a long password", name: "=?utf-8?q?Bcc=3A_eve?= <eve>", role: "student" };
  const email = `o'brien+room.${v7()}@people.test`;
  expect((await post("/api/users", { email, ...named })).status).toBe(201);
  const { to, raw, headers } = await smtp.arrives(email, VERIFY);
  expect(to).toEqual([email]);
  expect(headers.match(/^(To|Cc|Bcc):/gim)).toEqual(["To:"]);
  expect(raw).not.toContain("eve");
  disconnectAll(bob);
});

test("a link leads to our own address, whatever a request says it was sent to", async () => {
  const bob = await createBob();
  const body = JSON.stringify({ email: bob.email });
  const headers = {
    "content-type": "application/json",
    "content-length": String(body.length),
    "x-forwarded-host": "evil.example",
    "x-forwarded-proto": "https",
    forwarded: "host=evil.example",
    origin: "https://evil.example",
    connection: "close",
  };
  const { status } = await exchange(server.baseUrl, requestText("/api/password-resets", "evil.example", headers, "POST") + body);
  expect(status).toBe(202);
  const { text } = await smtp.arrives(bob.email, RESET);
  expect(text).not.toContain("evil.example");
  expect(text).toContain(`${server.baseUrl}${RESET}#token=`);
  disconnectAll(bob);
});

test("no log holds a token or whom a mail was for, and no page shows mails", async () => {
  const bob = await createBob();
  const token = await resetToken(bob);
  await reset(token);
  const log = fs.readFileSync(".test/mails.log", "utf8");
  for (const { token: one, to } of smtp.mails) expect(log).not.toMatch(new RegExp(`${one}|${to[0]}`));
  expect(log).not.toContain(token);
  expect((await fetch(`${server.baseUrl}/dev/mails`)).status).toBe(404);
});

test("a mail server that turns a mail away gets it again, once, and nobody has waited for it", {
  timeout: OWN_SERVER_MS,
}, async () => {
  const stubborn = await startSmtpReceiver({ refuse: 1 });
  const own = await startOwnServer("mail-retry", { env: { SMTP_URL: stubborn.url, RATE_LIMIT_FACTOR: "1000" } });
  const bob = await createPerson(own.baseUrl, "bob");
  const { token } = await stubborn.arrives(bob.email, VERIFY);
  const answer = await request(`${own.baseUrl}/api/email-verifications/confirm`, { method: "POST", body: { token } });
  expect(answer.status).toBe(204);
  expect(stubborn.mails).toHaveLength(1);
  disconnectAll(bob);
  await own.stop();
  await stubborn.stop();
});

test("a mail server that is not there makes nothing fail", { timeout: OWN_SERVER_MS }, async () => {
  const own = await startOwnServer("mail-down", { env: { SMTP_URL: "smtp://127.0.0.1:9", RATE_LIMIT_FACTOR: "1000" } });
  const bob = await createPerson(own.baseUrl, "bob");
  const { status } = await request(`${own.baseUrl}/api/password-resets`, { method: "POST", body: { email: bob.email } });
  expect(status).toBe(202);
  disconnectAll(bob);
});

test("five mails in a quarter of an hour: by account from wherever, by address to whomever", {
  timeout: OWN_SERVER_MS,
}, async () => {
  const env = { SMTP_URL: smtp.url, RATE_LIMIT_FACTOR: "1", TRUSTED_PROXIES: "1" };
  const own = await startOwnServer("mail-limit", { env });
  const { points, seconds } = rates.mail;
  const ask = (email: string, address: string) =>
    request(`${own.baseUrl}/api/password-resets`, { method: "POST", body: { email }, headers: { "x-forwarded-for": address } });
  const statuses = async (count: number, given: (turn: number) => [string, string]) => {
    const answers = [];
    for (let turn = 0; turn < count; turn += 1) answers.push((await ask(...given(turn))).status);
    return answers;
  };
  const fine = Array.from({ length: points }, () => 202);
  expect(await statuses(points, (turn) => ["bob@people.test", `10.0.0.${turn}`])).toEqual(fine);
  const limited = await ask("Bob@People.test", "10.0.0.99");
  expectProblem("account", limited, "rate_limited");
  expect(Number(limited.body.retryAfterMs)).toBeLessThanOrEqual(seconds * 1_000);
  expect(await statuses(points, (turn) => [`carol${turn}@people.test`, "10.0.1.1"])).toEqual(fine);
  expectProblem("address", await ask("dave@people.test", "10.0.1.1"), "rate_limited");
  expect((await ask("dave@people.test", "10.0.1.2")).status).toBe(202);
});
