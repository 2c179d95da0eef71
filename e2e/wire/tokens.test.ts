import { createHash } from "node:crypto";
import { SignJWT, UnsecuredJWT } from "jose";
import { v7 } from "uuid";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import type { TokenPair } from "#lib/contract/accounts.ts";
import { rates } from "#lib/contract/limits.ts";
import { signInByCookie } from "../harness/browser-session.ts";
import { type Claims, claimsOf } from "../harness/claims.ts";
import { attempt } from "../harness/handshakes.ts";
import { OWN_SECRET, OWN_SERVER_MS, startOwnServer } from "../harness/own-server.ts";
import { createPerson, disconnectAll, gather, type Person, request } from "../harness/person.ts";
import { ask, expectProblem } from "../harness/problem.ts";

const baseUrl = inject("baseUrl");
/** A sign-out takes hold on live sockets within a second. */
const AT_ONCE_MS = 1_000;
const JSON_TYPE = { "content-type": "application/json" };

let alice: Person;
beforeAll(async () => {
  ({ alice } = await gather(baseUrl, "alice"));
});
afterAll(() => disconnectAll(alice));

const post = (path: string, body: object, base = baseUrl) =>
  ask(base + path, { method: "POST", body: JSON.stringify(body), headers: JSON_TYPE });

const signIn = (email: string, password: string, base = baseUrl) => post("/api/tokens", { email, password }, base);

const refresh = (refreshToken: string) =>
  request<TokenPair>(`${baseUrl}/api/tokens/refresh`, { method: "POST", body: { refreshToken } });

const isSignedIn = async (token: string): Promise<boolean> => {
  const { status } = await request(`${baseUrl}/api/conversations`, { token });
  expect([200, 401]).toContain(status);
  return status === 200;
};

/** Resolves to what the device hears of the end of its session, once its line is cut; fails when that takes too long. */
const end = async (person: Person) => {
  const startedAt = performance.now();
  const gone = new Promise((resolve) => person.device.socket.once("disconnect", resolve));
  const { reason } = await person.device.hears("session:revoked");
  await gone;
  expect(performance.now() - startedAt).toBeLessThan(AT_ONCE_MS);
  return reason;
};

test("a token pair says whose it is and for how long", async () => {
  const asked = Date.now();
  const { status, body } = await signIn(alice.email, alice.password);
  expect({ status, body }).toEqual({
    status: 201,
    body: {
      accessToken: expect.stringMatching(/^[\w-]+\.[\w-]+\.[\w-]+$/),
      accessTokenExpiresAt: expect.any(String),
      refreshToken: expect.stringMatching(/^[\w-]{43}$/),
      user: { id: alice.id, name: "alice", role: "student" },
    },
  });
  const minutes = (Date.parse(String(body.accessTokenExpiresAt)) - asked) / 60_000;
  expect(minutes).toBeGreaterThan(14.9);
  expect(minutes).toBeLessThan(15.1);
});

test("a refresh gives another pair of the same session, and the socket stays", async () => {
  const bob = await createPerson(baseUrl, "bob");
  const { status, body } = await refresh(bob.tokens.refreshToken);
  expect([status, body.user]).toEqual([201, bob.tokens.user]);
  expect(body.refreshToken).not.toBe(bob.tokens.refreshToken);
  expect(await isSignedIn(body.accessToken)).toBe(true);
  expect(await bob.device.newsSince(bob.device.mark())).toEqual([]);
  disconnectAll(bob);
});

test("a refresh token used twice ends its family, the newest member and the live socket too, and no other session", async () => {
  const bob = await createPerson(baseUrl, "bob");
  const { body: elsewhere } = await request<TokenPair>(`${baseUrl}/api/tokens`, {
    method: "POST",
    body: { email: bob.email, password: bob.password },
  });
  const { body: second } = await refresh(bob.tokens.refreshToken);
  const { body: third } = await refresh(second.refreshToken);
  const ended = end(bob);
  const reused = await refresh(bob.tokens.refreshToken);
  expect(reused).toMatchObject({ status: 401, body: { code: "unauthenticated" } });
  expect(await ended).toBe("token_reused");
  for (const { accessToken } of [bob.tokens, second, third]) {
    expect(await isSignedIn(accessToken)).toBe(false);
    expect(await attempt(baseUrl, { auth: { token: accessToken } })).toMatchObject({ code: "unauthenticated" });
  }
  expect((await refresh(third.refreshToken)).status).toBe(401);
  expect(await isSignedIn(elsewhere.accessToken)).toBe(true);
});

test("of many refreshes with one token at once not one pair lives on", async () => {
  const bob = await createPerson(baseUrl, "bob");
  const answers = await Promise.all(Array.from({ length: 8 }, () => refresh(bob.tokens.refreshToken)));
  expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
  for (const { status, body } of answers) if (status === 201) expect(await isSignedIn(body.accessToken)).toBe(false);
});

test.each(["", "x", "a".repeat(43), "a".repeat(201), "%00"])("a refresh token of %j is none", async (token) => {
  expect([400, 401]).toContain((await refresh(token)).status);
});

test("a sign-out ends the session over HTTP and on its sockets, and no other", async () => {
  const bob = await createPerson(baseUrl, "bob");
  const tablet = await bob.connects();
  const { body: elsewhere } = await request<TokenPair>(`${baseUrl}/api/tokens`, {
    method: "POST",
    body: { email: bob.email, password: bob.password },
  });
  const both = Promise.all([end(bob), tablet.hears("session:revoked")]);
  expect((await bob.http("/api/tokens", { method: "DELETE" })).status).toBe(204);
  expect((await both)[0]).toBe("signed_out");
  expect(await isSignedIn(bob.tokens.accessToken)).toBe(false);
  expect((await refresh(bob.tokens.refreshToken)).status).toBe(401);
  expect(await attempt(baseUrl, { auth: { token: bob.tokens.accessToken } })).toMatchObject({ code: "unauthenticated" });
  expect((await bob.http("/api/tokens", { method: "DELETE" })).status).toBe(401);
  expect(await isSignedIn(elsewhere.accessToken)).toBe(true);
});

test("a sign-out in the browser ends the cookie's session, also for whoever kept the cookie", async () => {
  const cookie = await signInByCookie(baseUrl, alice);
  const seen = async () => (await request(`${baseUrl}/api/conversations`, { headers: { cookie } })).status;
  expect(await seen()).toBe(200);
  const { body } = await request<{ csrfToken: string }>(`${baseUrl}/api/auth/csrf`, { headers: { cookie } });
  const form = new URLSearchParams({ csrfToken: body.csrfToken, json: "true" }).toString();
  const headers = { cookie, "content-type": "application/x-www-form-urlencoded" };
  expect((await ask(`${baseUrl}/api/auth/signout`, { method: "POST", body: form, headers })).status).toBe(200);
  expect(await seen()).toBe(401);
  expect(await attempt(baseUrl, { headers: { cookie, origin: baseUrl } })).toMatchObject({ code: "unauthenticated" });
  expect(await isSignedIn(alice.tokens.accessToken)).toBe(true);
});

test("a sign-out by a cookie is no sign-out for another page", async () => {
  const cookie = await signInByCookie(baseUrl, alice);
  const asks = (origin: string) => request(`${baseUrl}/api/tokens`, { method: "DELETE", headers: { cookie, origin } });
  expect((await asks("https://evil.example")).status).toBe(403);
  expect((await asks(baseUrl)).status).toBe(204);
  expect((await asks(baseUrl)).status).toBe(401);
});

test("a wrong password and an unknown address get the same answer", async () => {
  const wrong = await signIn(alice.email, "not her password");
  const unknown = await signIn(`nobody.${v7()}@people.test`, "not her password");
  expectProblem("wrong", wrong, "unauthenticated");
  expect(wrong.body).toEqual(unknown.body);
  expect([...wrong.headers.keys()]).toEqual([...unknown.headers.keys()]);
});

test("an address is the same in capitals, in full width and with space around it", async () => {
  const email = `Emma.${v7()}@People.Test`;
  const register = (spelling: string) =>
    post("/api/users", { email: spelling, password: "the password of emma", name: "emma", role: "student" });
  expect((await register(email)).status).toBe(201);
  const spellings = [
    email.toLowerCase(),
    email.toUpperCase(),
    `  ${email}\t`,
    email.replace("@", "＠"),
    email.replace("Emma", "Ｅｍｍａ"),
  ];
  for (const spelling of spellings) {
    expect([spelling, (await signIn(spelling, "the password of emma")).status]).toEqual([spelling, 201]);
    expectProblem(spelling, await register(spelling), "conflict");
  }
});

test("two who register with one address at once are one", async () => {
  const email = `finn.${v7()}@people.test`;
  const registration = (name: string) => ({ email, password: `the password of ${name}`, name, role: "student" });
  const answers = await Promise.all(["finn", "flora", "fay"].map((name) => post("/api/users", registration(name))));
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
});

test.each([
  ["an admin", { role: "admin" }],
  ["a role of one's own", { role: "owner" }],
  ["an id of one's own", { id: v7() }],
  ["a verified badge", { verified: true }],
  ["two addresses", { email: ["a@people.test", "b@people.test"] }],
  ["an address with a NUL", { email: "a\0@people.test" }],
  ["an address with a line break", { email: "a@people.test\r\nbcc: b@people.test" }],
  ["an address without a name", { email: "@people.test" }],
  ["an address without end", { email: `${"a".repeat(250)}@people.test` }],
  ["a short password", { password: "7 chars" }],
  ["a password without end", { password: "x".repeat(129) }],
  ["a password with a NUL", { password: "password\0password" }],
  ["a name of nothing", { name: " \t " }],
  ["a name of two lines", { name: "ali\nce" }],
  ["a name without end", { name: "x".repeat(81) }],
])("nobody registers as or with %s", async (_, extra) => {
  const registration = { email: `gwen.${v7()}@people.test`, password: "the password of gwen", name: "gwen", role: "student" };
  expectProblem("registration", await post("/api/users", { ...registration, ...extra }), "validation_failed");
});

const keyOf = (purpose: string) => createHash("sha256").update(purpose).digest();
const KEY = keyOf(`access-token ${OWN_SECRET}`);
type Forgery = {
  key?: Uint8Array;
  alg?: string;
  audience?: string;
  issuer?: string;
  expires?: string;
  notBefore?: string;
  header?: object;
};

const forge = (
  { sub, ...claims }: Claims,
  {
    key = KEY,
    alg = "HS256",
    audience = "uninest:access",
    issuer = "uninest",
    expires = "5m",
    notBefore,
    header = {},
  }: Forgery = {},
) => {
  const token = new SignJWT(claims)
    .setProtectedHeader({ alg, ...header })
    .setSubject(sub)
    .setIssuedAt();
  if (notBefore) token.setNotBefore(notBefore);
  return token.setIssuer(issuer).setAudience(audience).setExpirationTime(expires).sign(key);
};

test("a forged token is refused, whatever is right about it", { timeout: OWN_SERVER_MS }, async () => {
  const server = await startOwnServer("tokens", { env: { RATE_LIMIT_FACTOR: "1" } });
  const { hugo, iris } = await gather(server.baseUrl, "hugo", "iris");
  const { sub, sid } = claimsOf(hugo);
  const own = { sub, sid };
  const works = async (token: string) => (await request(`${server.baseUrl}/api/conversations`, { token })).status === 200;
  expect(await works(await forge(own))).toBe(true);
  const [header = "", payload = ""] = hugo.tokens.accessToken.split(".");
  const forgeries: [string, string][] = [
    ["another key", await forge(own, { key: keyOf("access-token another secret") })],
    ["the secret itself for a key", await forge(own, { key: new TextEncoder().encode(OWN_SECRET) })],
    ["another algorithm", await forge(own, { alg: "HS512" })],
    ["no algorithm", new UnsecuredJWT(own).setIssuer("uninest").setAudience("uninest:access").setExpirationTime("5m").encode()],
    ["no signature", `${header}.${payload}.`],
    ["expired", await forge(own, { expires: "-1s" })],
    ["not yet", await forge(own, { notBefore: "5m" })],
    ["for something else", await forge(own, { audience: "uninest:refresh" })],
    ["from somebody else", await forge(own, { issuer: "elsewhere" })],
    ["somebody else's session", await forge({ sub: iris.id, sid })],
    ["no such session", await forge({ sub, sid: v7() })],
    ["a session that is none", await forge({ sub, sid: "' or true --" })],
    [
      "an embedded key",
      await forge(own, { key: keyOf("mine"), header: { jwk: { kty: "oct", k: keyOf("mine").toString("base64url") } } }),
    ],
    ["a key id that is a path", await forge(own, { key: keyOf("mine"), header: { kid: "../../dev/null" } })],
    ["a refresh token", hugo.tokens.refreshToken],
    ["a cookie's token", (/session-token=([^;]+)/.exec(await signInByCookie(server.baseUrl, hugo)) ?? [])[1] ?? ""],
  ];
  for (const [what, token] of forgeries) {
    expect([what, await works(token)]).toEqual([what, false]);
    expect([what, await attempt(server.baseUrl, { auth: { token } })]).toEqual([
      what,
      expect.objectContaining({ code: "unauthenticated" }),
    ]);
  }
  disconnectAll(hugo, iris);
});

test("ten wrong passwords are one too many, for that account from that address, until a right one forgives", {
  timeout: OWN_SERVER_MS,
}, async () => {
  const server = await startOwnServer("sign-in-limit", { env: { RATE_LIMIT_FACTOR: "1" } });
  const { points, seconds } = rates["sign-in"];
  const [jack, kate] = [await createPerson(server.baseUrl, "jack"), await createPerson(server.baseUrl, "kate")];
  const wrong = async (count: number): Promise<number[]> => {
    const statuses: number[] = [];
    for (let turn = 0; turn < count; turn += 1)
      statuses.push((await signIn(jack.email, "wrong password", server.baseUrl)).status);
    return statuses;
  };
  const all = (status: number, count: number) => Array.from({ length: count }, () => status);
  expect(await wrong(points - 1)).toEqual(all(401, points - 1));
  expect((await signIn(jack.email, jack.password, server.baseUrl)).status).toBe(201);
  expect(await wrong(points)).toEqual(all(401, points));
  for (const spelling of [jack.email, jack.email.toUpperCase(), jack.email.replace("@", "＠")]) {
    const limited = await signIn(spelling, jack.password, server.baseUrl);
    expectProblem(spelling, limited, "rate_limited");
    const wait = Number(limited.body.retryAfterMs);
    expect(wait).toBeGreaterThan(0);
    expect(wait).toBeLessThanOrEqual(seconds * 1_000);
    expect(limited.headers.get("retry-after")).toBe(String(Math.ceil(wait / 1_000)));
  }
  await expect(signInByCookie(server.baseUrl, jack)).rejects.toThrow(/rate_limited/);
  expect((await signIn(kate.email, kate.password, server.baseUrl)).status).toBe(201);
  expect((await jack.http("/api/conversations")).status).toBe(200);
  disconnectAll(jack, kate);
});
