import { v7 } from "uuid";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { limits, rates } from "#lib/contract/limits.ts";
import { signInByCookie } from "../harness/browser-session.ts";
import { frame } from "../harness/frames.ts";
import { type Attempt, attempt } from "../harness/handshakes.ts";
import { OWN_SERVER_MS, startOwnServer } from "../harness/own-server.ts";
import { createPerson, disconnectAll, gather, type Person, request } from "../harness/person.ts";
import { ask, expectProblem } from "../harness/problem.ts";
import { connectPacket, openRawSocket } from "../harness/raw-socket.ts";
import { addressOf, ROUTES } from "../harness/routes.ts";

const baseUrl = inject("baseUrl");
const { port } = new URL(baseUrl);
const TRANSPORTS = ["websocket", "polling"] as const;
/** What browsers of other people's pages say, and what looks like ours. */
const FOREIGN = [
  "https://evil.example",
  "null",
  `${baseUrl}.evil.example`,
  `http://evil.example/${baseUrl}`,
  `http://localhost.evil.example:${port}`,
  `http://notlocalhost:${port}`,
  `http://sub.localhost:${port}`,
  `https://localhost:${port}`,
  `http://localhost:${Number(port) + 1}`,
  "http://localhost",
  `${baseUrl}/`,
  baseUrl.toUpperCase(),
  `${baseUrl}, https://evil.example`,
  "file://",
];

let alice: Person;
let bob: Person;
let together: string;
let cookie: string;

beforeAll(async () => {
  ({ alice, bob } = await gather(baseUrl, "alice", "bob"));
  together = await alice.opens(bob);
  cookie = await signInByCookie(baseUrl, alice);
});
afterAll(() => disconnectAll(alice, bob));

const token = (): { token: string } => ({ token: alice.tokens.accessToken });
const connect = (wish: Attempt) => attempt(baseUrl, wish);

test.each(TRANSPORTS)(
  "over %s our own page gets in by its cookie, and a client of another kind by its token",
  async (transport) => {
    for (const origin of [baseUrl, `http://127.0.0.1:${port}`, `http://[::1]:${port}`]) {
      expect(await connect({ transport, headers: { cookie, origin } })).toBe("ready");
    }
    expect(await connect({ transport, auth: token() })).toBe("ready");
    expect(await connect({ transport, auth: token(), headers: { origin: baseUrl } })).toBe("ready");
  },
);

test.each(TRANSPORTS)("over %s no other page gets a connection, whatever it has", async (transport) => {
  for (const origin of FOREIGN) {
    expect([origin, await connect({ transport, headers: { cookie, origin } })]).toEqual([origin, "refused"]);
    expect([origin, await connect({ transport, auth: token(), headers: { origin } })]).toEqual([origin, "refused"]);
  }
});

test.each(TRANSPORTS)(
  "over %s a cookie without an Origin is not enough, unless the browser says where it is from",
  async (transport) => {
    expect(await connect({ transport, headers: { cookie } })).toMatchObject({ code: "unauthenticated", retryable: false });
    for (const site of ["cross-site", "same-site", "none"]) {
      const outcome = await connect({ transport, headers: { cookie, "sec-fetch-site": site } });
      expect([site, outcome]).toEqual([site, expect.objectContaining({ code: "unauthenticated" })]);
    }
    expect(await connect({ transport, headers: { cookie, "sec-fetch-site": "same-origin" } })).toBe("ready");
  },
);

const manyCursors = () => Object.fromEntries(Array.from({ length: limits.syncCursors + 1 }, () => [v7(), 0]));

test.each([
  ["no device", { deviceId: undefined }],
  ["a device of another kind", { deviceId: "my phone" }],
  ["a device in capitals", { deviceId: v7().toUpperCase() }],
  ["a list for a device", { deviceId: [v7()] }],
  ["a key of its own", { userId: v7() }],
  ["a role", { role: "admin" }],
  ["too many cursors", { cursors: manyCursors() }],
  ["a cursor of another kind", { cursors: { [v7()]: "0" } }],
  ["a cursor of no conversation", { cursors: { everywhere: 0 } }],
  ["a negative cursor", { cursors: { [v7()]: -1 } }],
  ["a number for a token", { token: 1 }],
  ["a token without end", { token: "x".repeat(5_000) }],
])("a handshake with %s is malformed", async (_, extra) => {
  const outcome = await connect({ auth: { ...token(), ...extra } });
  expect(outcome).toMatchObject({ code: "validation_failed", retryable: false, message: expect.any(String) });
});

test("as many cursors as allowed are allowed", async () => {
  const cursors = Object.fromEntries(Object.entries(manyCursors()).slice(1));
  expect(await connect({ auth: { ...token(), cursors } })).toBe("ready");
});

test.each([["", "x", "a.b.c", "eyJhbGciOiJub25lIn0.e30.", "%", "null"]])("a wrong token is nobody's", async (...wrong) => {
  for (const one of wrong) expect(await connect({ auth: { token: one } })).toMatchObject({ code: "unauthenticated" });
});

test("a wrong token is not made good by a cookie", async () => {
  const outcome = await connect({ auth: { token: "x" }, headers: { cookie, origin: baseUrl } });
  expect(outcome).toMatchObject({ code: "unauthenticated" });
});

test("a token in the address opens nothing", async () => {
  const raw = await openRawSocket(baseUrl, {
    target: `/socket.io/?EIO=4&transport=websocket&token=${alice.tokens.accessToken}&auth=${alice.tokens.accessToken}`,
  });
  raw.says(`40${JSON.stringify({ deviceId: v7() })}`);
  expect(await raw.hears("44")).toContain('"code":"unauthenticated"');
  raw.leaves();
});

test("one person connects thirty times a minute and not once more; two thousand CONNECTs on one line are one", {
  timeout: OWN_SERVER_MS,
}, async () => {
  const server = await startOwnServer("handshakes", { env: { RATE_LIMIT_FACTOR: "1" } });
  const { carol, dave } = await gather(server.baseUrl, "carol", "dave");
  const auth = { token: carol.tokens.accessToken };
  const flood = await openRawSocket(server.baseUrl);
  flood.writes(Buffer.concat(Array.from({ length: 2_000 }, () => frame(connectPacket(auth.token)))));
  expect(await flood.endsWithin()).toBeLessThan(2_000);
  // One went to the device that every person has, and one to the flood.
  const { points, seconds } = rates.handshake;
  const good = await Promise.all(Array.from({ length: points - 2 }, () => attempt(server.baseUrl, { auth })));
  expect(good).toEqual(good.map(() => "ready"));
  const refused = await attempt(server.baseUrl, { auth });
  expect(refused).toMatchObject({ code: "rate_limited", retryable: true, retryAfterMs: expect.any(Number) });
  const { retryAfterMs } = refused as { retryAfterMs: number };
  expect(retryAfterMs).toBeGreaterThan(0);
  expect(retryAfterMs).toBeLessThanOrEqual(seconds * 1_000);
  expect(await attempt(server.baseUrl, { auth: { token: dave.tokens.accessToken } })).toBe("ready");
  disconnectAll(carol, dave);
});

const openAs = (headers: Record<string, string>) =>
  request(`${baseUrl}/api/conversations`, { method: "POST", body: { userId: bob.id }, headers: { cookie, ...headers } });

test("with a cookie, only our own page changes something", async () => {
  for (const origin of FOREIGN) expectProblem(origin, await openAs({ origin }), "forbidden");
  expectProblem("no origin", await openAs({}), "forbidden");
  expectProblem("another site", await openAs({ "sec-fetch-site": "cross-site" }), "forbidden");
  expect((await openAs({ origin: baseUrl })).status).toBe(200);
  expect((await openAs({ "sec-fetch-site": "same-origin" })).status).toBe(200);
});

test.each(ROUTES.filter((name) => !name.startsWith("GET ")))("%s takes no cookie from another page", async (name) => {
  const { method, path } = addressOf(name, together);
  const headers = { cookie, origin: "https://evil.example", "content-type": "application/json" };
  const { status } = await ask(baseUrl + path, { method, body: method === "DELETE" ? null : "{}", headers });
  // Who may ask without a session gets no further than the form of it.
  expect([400, 403]).toContain(status);
  expect((await request(`${baseUrl}/api/conversations`, { headers: { cookie } })).status).toBe(200);
});

test("no other page may read an answer", async () => {
  for (const name of ROUTES) {
    const { path } = addressOf(name, together);
    for (const method of ["GET", "OPTIONS"]) {
      const { headers } = await ask(baseUrl + path, { method, headers: { cookie, origin: "https://evil.example" } });
      expect([name, method, headers.get("access-control-allow-origin")]).toEqual([name, method, null]);
    }
  }
});

test("what is only looked at does not change", async () => {
  const state = async () => (await bob.http(`/api/conversations/${together}`)).body;
  await bob.says(together, "unread as yet");
  await alice.device.hears("unread_count:updated", ({ unreadCount }) => unreadCount === 1);
  const marks = [alice.device.mark(), bob.device.mark()] as const;
  const before = await state();
  const gets = ROUTES.filter((name) => name.startsWith("GET ")).map((name) => addressOf(name, together).path);
  for (const path of [
    ...gets,
    "/api/tokens",
    "/api/auth/signout",
    "/api/auth/signin",
    "/api/auth/callback/credentials",
    "/",
    "/sign-in",
  ]) {
    await ask(baseUrl + path, { headers: { cookie, origin: "https://evil.example" } });
  }
  expect(await state()).toEqual(before);
  expect(await alice.device.newsSince(marks[0])).toEqual([]);
  expect(await bob.device.newsSince(marks[1])).toEqual([]);
  expect((await request(`${baseUrl}/api/conversations`, { headers: { cookie } })).status).toBe(200);
});

test("signing in and out by form needs the token of the form", async () => {
  const { email, password } = await createPerson(baseUrl, "erin").then((erin) => {
    erin.device.leaves();
    return erin;
  });
  const headers = { "content-type": "application/x-www-form-urlencoded", origin: "https://evil.example" };
  const form = new URLSearchParams({ email, password, json: "true", csrfToken: "guessed" }).toString();
  const signedIn = await ask(`${baseUrl}/api/auth/callback/credentials`, { method: "POST", body: form, headers });
  expect(signedIn.headers.getSetCookie().filter((one) => one.includes("session-token"))).toEqual([]);
  await ask(`${baseUrl}/api/auth/signout`, { method: "POST", body: "csrfToken=guessed", headers: { ...headers, cookie } });
  expect((await request(`${baseUrl}/api/conversations`, { headers: { cookie } })).status).toBe(200);
});
