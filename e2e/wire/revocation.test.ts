import { v7 } from "uuid";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import type { Role, SessionList } from "#lib/contract/accounts.ts";
import type { MessagePage } from "#lib/contract/messages.ts";
import { signInByCookie } from "../harness/browser-session.ts";
import { createPerson, type Device, disconnectAll, gather, type Person, request } from "../harness/person.ts";
import { expectProblem } from "../harness/problem.ts";
import { diesAtOnce, expectShutOut, signIn, signInElsewhere } from "../harness/sign-ins.ts";
import { execute } from "../harness/sql.ts";

const baseUrl = inject("baseUrl");
/** What another program changes is seen by a look each second. */
const BY_LOOKING_MS = 2_000;

let alice: Person;
beforeAll(async () => {
  ({ alice } = await gather(baseUrl, "alice"));
});
afterAll(() => disconnectAll(alice));

const sql = (statement: string, ...parameters: (string | null)[]) => execute(inject("databaseUrl"), statement, parameters);

/** Two sign-ins of one person, each with a device, who has something to talk about with alice. */
const bobOnTwoDevices = async () => {
  const bob = await createPerson(baseUrl, "bob");
  const phone = await signInElsewhere(baseUrl, bob, "Bob's phone");
  const together = await alice.opens(bob);
  return { bob, phone, together };
};

const sessionsOf = async ({ http }: Person) => (await http<SessionList>("/api/sessions")).body.items;
const otherSession = async (person: Person): Promise<string> =>
  (await sessionsOf(person)).find(({ current }) => !current)?.id ?? "none";

const lives = async (person: Person): Promise<void> => {
  expect(person.device.socket.connected).toBe(true);
  await person.device.does("socket:ping", {});
  expect((await person.http("/api/conversations")).status).toBe(200);
};

/** Whatever alice may hear of somebody's devices is that they are gone. */
const hearsNothingOdd = async (mark: number): Promise<void> => {
  const news = await alice.device.newsSince(mark);
  expect(news.filter(({ event }) => event !== "presence:changed")).toEqual([]);
};

const createAdmin = async (name: string): Promise<Person> => {
  const admin = await createPerson(baseUrl, name);
  await sql("update users set role = 'admin' where id = $1", admin.id);
  return admin;
};

const ban = (admin: Person, userId: string, body: object) =>
  admin.http(`/api/admin/users/${userId}/ban`, { method: "POST", body });
const lift = (admin: Person, userId: string) => admin.http(`/api/admin/users/${userId}/lift`, { method: "POST" });
const setRole = (admin: Person, userId: string, role: Role) =>
  admin.http(`/api/admin/users/${userId}/role`, { method: "PUT", body: { role } });

test("the list of sessions names each sign-in, the last used first, and says which one asks", async () => {
  const cora = await createPerson(baseUrl, "cora");
  await signIn(baseUrl, cora, "Cora's tablet");
  const agent = "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/143.0.0.0 Mobile Safari/537.36";
  const cookie = await signInByCookie(baseUrl, cora, agent);
  const items = await sessionsOf(cora);
  expect(items.map(({ kind, deviceName, current }) => [kind, deviceName, current])).toEqual([
    ["web", "Chrome on Android", false],
    ["token", "Cora's tablet", false],
    ["token", null, true],
  ]);
  for (const { createdAt, lastSeenAt } of items) expect(lastSeenAt >= createdAt).toBe(true);
  const { body } = await request<SessionList>(`${baseUrl}/api/sessions`, { headers: { cookie } });
  expect(body.items.map(({ current }) => current)).toEqual([true, false, false]);
  disconnectAll(cora);
});

test("a session is seen to be used, to the minute", async () => {
  const cora = await createPerson(baseUrl, "cora");
  await sql("update sessions set last_seen_at = now() - interval '5 minutes' where user_id = $1", cora.id);
  const [before] = await sql("select now() as at");
  const [session] = await sessionsOf(cora);
  expect(Date.parse(session?.lastSeenAt ?? "")).toBeGreaterThanOrEqual(
    Math.floor(new Date(before?.at).getTime() / 1_000) * 1_000,
  );
  disconnectAll(cora);
});

test("a device that is signed out from another one dies at once, and no other does", async () => {
  const { bob, phone } = await bobOnTwoDevices();
  const mark = alice.device.mark();
  expect((await bob.http(`/api/sessions/${await otherSession(bob)}`, { method: "DELETE" })).status).toBe(204);
  const answeredAt = performance.now();
  expect(await phone.device.hears("session:revoked")).toEqual({ reason: "signed_out_remotely" });
  // A node that finds it by its own look says the same.
  expect(await sql("select end_reason from sessions where user_id = $1 and revoked_at is not null", bob.id)).toEqual([
    { end_reason: "signed_out_remotely" },
  ]);
  await diesAtOnce(phone.device, answeredAt);
  await expectShutOut(baseUrl, phone.tokens, "unauthenticated");
  await lives(bob);
  expect(bob.device.heard("session:revoked", () => true)).toEqual([]);
  expect(await sessionsOf(bob)).toHaveLength(1);
  await hearsNothingOdd(mark);
  disconnectAll(bob);
});

test("from its farewell on a device is listened to no more", async () => {
  const { bob, phone, together } = await bobOnTwoDevices();
  const late = new Promise((resolve) => {
    phone.device.socket.once("session:revoked", () => {
      const message = { conversationId: together, messageId: v7(), content: "too late" };
      phone.device.socket.timeout(5_000).emit("message:send", message, (error: unknown, answer: unknown) => {
        resolve(error ? "no answer" : answer);
      });
    });
  });
  const mark = alice.device.mark();
  await bob.http(`/api/sessions/${await otherSession(bob)}`, { method: "DELETE" });
  expect(await late).toMatchObject({ ok: false, error: { code: "unauthenticated" } });
  const { messages } = (await alice.http<MessagePage>(`/api/conversations/${together}/messages`)).body;
  expect(messages).toEqual([]);
  await hearsNothingOdd(mark);
  disconnectAll(bob);
});

test("somebody else's session looks like none at all, and lives on", async () => {
  const { bob } = await bobOnTwoDevices();
  const id = await otherSession(bob);
  const answers = [];
  for (const one of [id, v7()]) answers.push(await alice.http(`/api/sessions/${one}`, { method: "DELETE" }));
  for (const answer of answers) expectProblem("session", answer, "not_found");
  expect(answers[0]?.body).toEqual(answers[1]?.body);
  expect(await otherSession(bob)).toBe(id);
  disconnectAll(bob);
});

test("a session that has ended cannot be ended again", async () => {
  const { bob } = await bobOnTwoDevices();
  const path = `/api/sessions/${await otherSession(bob)}`;
  expect((await bob.http(path, { method: "DELETE" })).status).toBe(204);
  expectProblem("again", await bob.http(path, { method: "DELETE" }), "not_found");
  disconnectAll(bob);
});

test("signing out everywhere else leaves the one that asks", async () => {
  const { bob, phone } = await bobOnTwoDevices();
  const cookie = await signInByCookie(baseUrl, bob);
  expect((await bob.http("/api/sessions", { method: "DELETE" })).status).toBe(204);
  await diesAtOnce(phone.device);
  await expectShutOut(baseUrl, phone.tokens, "unauthenticated");
  expect((await request(`${baseUrl}/api/conversations`, { headers: { cookie } })).status).toBe(401);
  await lives(bob);
  disconnectAll(bob);
});

test("a new password ends every other session, and only the right old one sets it", async () => {
  const { bob, phone } = await bobOnTwoDevices();
  const change = (currentPassword: string, newPassword: string) =>
    bob.http("/api/account/password", { method: "POST", body: { currentPassword, newPassword } });
  expectProblem("wrong", await change("not the password", "a better password"), "forbidden");
  expectProblem("short", await change(bob.password, "short"), "validation_failed");
  expect(phone.device.socket.connected).toBe(true);
  expect((await signIn(baseUrl, bob)).status).toBe(201);
  expect((await change(bob.password, "a better password")).status).toBe(204);
  const answeredAt = performance.now();
  expect(await phone.device.hears("session:revoked")).toEqual({ reason: "password_changed" });
  await diesAtOnce(phone.device, answeredAt);
  await expectShutOut(baseUrl, phone.tokens, "unauthenticated");
  await lives(bob);
  expect(await sessionsOf(bob)).toHaveLength(1);
  expect((await signIn(baseUrl, bob)).status).toBe(401);
  expect((await signIn(baseUrl, { ...bob, password: "a better password" })).status).toBe(201);
  disconnectAll(bob);
});

test("a ban ends every device at once, and nothing gets around it until it is lifted", async () => {
  const admin = await createAdmin("ada");
  const { bob, phone, together } = await bobOnTwoDevices();
  const mark = alice.device.mark();
  const until = new Date(Date.now() + 3_600_000).toISOString();
  expect((await ban(admin, bob.id, { until, reason: "Asked for money off the platform." })).status).toBe(204);
  const answeredAt = performance.now();
  for (const device of [bob.device, phone.device]) {
    expect(await device.hears("moderation:banned")).toEqual({ until, reason: "Asked for money off the platform." });
    await diesAtOnce(device, answeredAt);
  }
  const heard = [bob.device.mark(), phone.device.mark()];
  await alice.says(together, "Are you there?");
  for (const tokens of [bob.tokens, phone.tokens]) await expectShutOut(baseUrl, tokens, "suspended");
  expect((await bob.http("/api/conversations")).body).toMatchObject({ status: 403, details: { until } });
  expect((await bob.http(`/api/conversations/${together}/messages`, { method: "POST", body: {} })).status).toBe(403);
  expect([bob.device.mark(), phone.device.mark()]).toEqual(heard);

  expect((await signIn(baseUrl, bob)).body).toMatchObject({ code: "suspended", details: { until } });
  expect((await signIn(baseUrl, { ...bob, password: "not his" })).body).toMatchObject({ code: "unauthenticated" });
  await expect(signInByCookie(baseUrl, bob)).rejects.toThrow(`suspended:${until}`.replaceAll(":", "%3A"));
  const news = await alice.device.newsSince(mark);
  expect(news.filter(({ event }) => !["presence:changed", "unread_count:updated"].includes(event))).toEqual([]);

  expect((await lift(admin, bob.id)).status).toBe(204);
  const { body: fresh } = await request<typeof bob.tokens>(`${baseUrl}/api/tokens/refresh`, {
    method: "POST",
    body: { refreshToken: bob.tokens.refreshToken },
  });
  const { body } = await request<MessagePage>(`${baseUrl}/api/conversations/${together}/messages`, { token: fresh.accessToken });
  expect(body.messages.map(({ content }) => content)).toEqual(["Are you there?"]);
  disconnectAll(admin, bob);
});

test("a ban without an end says so, and one that is over is none", async () => {
  const admin = await createAdmin("ada");
  const bob = await createPerson(baseUrl, "bob");
  await ban(admin, bob.id, { reason: "A scam." });
  expect(await bob.device.hears("moderation:banned")).toEqual({ until: null, reason: "A scam." });
  expect((await bob.http("/api/conversations")).body).toMatchObject({ code: "suspended", details: { until: null } });
  await sql("update users set banned_until = now() where id = $1", bob.id);
  expect((await bob.http("/api/conversations")).status).toBe(200);
  disconnectAll(admin, bob);
});

test("what somebody does with SQL is seen: a ban, a role, a session", async () => {
  const cases: [string, string, (device: Device) => Promise<unknown>, unknown][] = [
    [
      "ban",
      "update users set banned_until = now() + interval '1 hour' where id = $1",
      (device) => device.hears("moderation:banned"),
      { reason: null, until: expect.any(String) },
    ],
    [
      "role",
      "update users set role = 'landlord' where id = $1",
      (device) => device.hears("session:revoked"),
      { reason: "role_changed" },
    ],
    [
      "sign-out",
      "update sessions set revoked_at = now() where user_id = $1",
      (device) => device.hears("session:revoked"),
      { reason: "revoked" },
    ],
    [
      "sign-out with a reason",
      "update sessions set revoked_at = now(), end_reason = 'signed_out_remotely' where user_id = $1",
      (device) => device.hears("session:revoked"),
      { reason: "signed_out_remotely" },
    ],
    [
      "end",
      "update sessions set expires_at = now() where user_id = $1",
      (device) => device.hears("session:revoked"),
      { reason: "expired" },
    ],
  ];
  for (const [what, statement, hears, expected] of cases) {
    const bob = await createPerson(baseUrl, "bob");
    await sql(statement, bob.id);
    const answeredAt = performance.now();
    expect([what, await hears(bob.device)]).toEqual([what, expected]);
    await diesAtOnce(bob.device, answeredAt, BY_LOOKING_MS);
  }
  await lives(alice);
});

/** Waits until the watch has looked once more: until it has seen something that was done after the call. */
const aLook = async (): Promise<void> => {
  const witness = await createPerson(baseUrl, "witness");
  await sql("update sessions set revoked_at = now() where user_id = $1", witness.id);
  await witness.device.hears("session:revoked");
};

test("another role takes hold everywhere, and who comes back with it stays", async () => {
  const admin = await createAdmin("ada");
  const { bob, phone, together } = await bobOnTwoDevices();
  expect((await setRole(admin, bob.id, "landlord")).status).toBe(204);
  const answeredAt = performance.now();
  for (const device of [bob.device, phone.device]) {
    expect(await device.hears("session:revoked")).toEqual({ reason: "role_changed" });
    await diesAtOnce(device, answeredAt);
  }
  const back = await bob.connects();
  await aLook();
  await aLook();
  expect(back.heard("session:revoked", () => true)).toEqual([]);
  expect(back.socket.connected).toBe(true);
  const { body } = await alice.http<{ participants: { userId: string; role: Role }[] }>(`/api/conversations/${together}`);
  expect(body.participants.find(({ userId }) => userId === bob.id)?.role).toBe("landlord");
  expect((await setRole(admin, bob.id, "landlord")).status).toBe(204);
  expect(back.socket.connected).toBe(true);
  back.leaves();
  disconnectAll(admin);
});

test("only admins act on people, on people there are, and not on themselves", async () => {
  const admin = await createAdmin("ada");
  const { bob } = await gather(baseUrl, "bob");
  const acts = (actor: Person, userId: string) => [
    ban(actor, userId, { reason: "No reason." }),
    lift(actor, userId),
    setRole(actor, userId, "admin"),
  ];
  for (const id of [alice.id, v7(), bob.id])
    for (const answer of await Promise.all(acts(bob, id))) expectProblem("bob", answer, "forbidden");
  for (const answer of await Promise.all(acts(admin, v7()))) expectProblem("nobody", answer, "not_found");
  for (const answer of await Promise.all(acts(admin, admin.id))) expectProblem("oneself", answer, "conflict");
  await lives(alice);
  await lives(bob);
  disconnectAll(admin, bob);
});

test("of two admins who unseat each other at once, one stays", async () => {
  for (const unseat of [setRole, (admin: Person, id: string) => ban(admin, id, { reason: "Mine." })]) {
    const [ada, abe] = [await createAdmin("ada"), await createAdmin("abe")];
    const answers = await Promise.all([unseat(ada, abe.id, "student"), unseat(abe, ada.id, "student")]);
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 403]);
    disconnectAll(ada, abe);
  }
});
