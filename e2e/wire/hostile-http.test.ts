import { v7 } from "uuid";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import type { MessagePage } from "#lib/contract/messages.ts";
import { signInByCookie } from "../harness/browser-session.ts";
import { type Bystanders, createBystanders } from "../harness/bystanders.ts";
import { disconnectAll, gather, type Person, request } from "../harness/person.ts";
import { ask, expectProblem } from "../harness/problem.ts";
import { exchange, openWire, requestText } from "../harness/raw-socket.ts";
import { addressOf, largestBody, ROUTES, takesBody } from "../harness/routes.ts";
import { defectsIn } from "../harness/server-log.ts";

const baseUrl = inject("baseUrl");
const JSON_TYPE = { "content-type": "application/json" };
const NESTED = "[".repeat(100_000) + "]".repeat(100_000);

let bystanders: Bystanders;
let alice: Person;
let bob: Person;
let together: string;

beforeAll(async () => {
  bystanders = await createBystanders(baseUrl);
  ({ alice, bob } = await gather(baseUrl, "alice", "bob"));
  together = await alice.opens(bob);
});
afterAll(() => {
  bystanders.leave();
  disconnectAll(alice, bob);
});

const asAlice = (headers: Record<string, string> = {}) => ({ authorization: `Bearer ${alice.tokens.accessToken}`, ...headers });

const history = async () =>
  (await alice.http<MessagePage>(`/api/conversations/${together}/messages`)).body.messages.map(({ content }) => content);

/** Bodies that no route takes. */
const BODIES: [string, string | Uint8Array<ArrayBuffer>, Record<string, string>][] = [
  ["JSON that is none", "{bad}", JSON_TYPE],
  ["JSON that ends early", '{"content":"hel', JSON_TYPE],
  ["JSON called text", '{"content":"hello"}', { "content-type": "text/plain" }],
  ["JSON called a form", '{"content":"hello"}', { "content-type": "application/x-www-form-urlencoded" }],
  ["JSON called nearly JSON", '{"content":"hello"}', { "content-type": "application/jsonp" }],
  ["JSON without a name", new TextEncoder().encode('{"content":"hello"}'), {}],
  ["UTF-8 that is none", new Uint8Array([0x22, 0xff, 0xfe, 0xc0, 0x80, 0x22]), JSON_TYPE],
  ["a list", "[]", JSON_TYPE],
  ["null", "null", JSON_TYPE],
  ["a number", "1e999", JSON_TYPE],
  ["a string", '"hello"', JSON_TYPE],
  ["lists 100,000 deep", NESTED, JSON_TYPE],
  ["an object with lists 100,000 deep", `{"content":${NESTED}}`, JSON_TYPE],
  ["__proto__", '{"__proto__":{"polluted":true}}', JSON_TYPE],
  ["constructor", '{"constructor":{"prototype":{"polluted":true}}}', JSON_TYPE],
  ["something of one's own", '{"surprise":true}', JSON_TYPE],
];

test.each(ROUTES.filter(takesBody))("%s refuses every body of another form", async (name) => {
  const { method, path } = addressOf(name, together);
  const send = (body: string | Uint8Array<ArrayBuffer>, headers: Record<string, string>) =>
    ask(baseUrl + path, { method, body, headers: asAlice(headers) });
  for (const [what, body, headers] of BODIES) expectProblem(what, await send(body, headers), "validation_failed");
  const huge = JSON.stringify({ content: "x".repeat(largestBody(name)) });
  expectProblem("too much", await send(huge, JSON_TYPE), "too_large");
  await bystanders.stillTalk();
});

test.each(ROUTES)("%s refuses queries and ids of another form", async (name) => {
  const { method, path } = addressOf(name, together);
  const body = takesBody(name) ? { body: "{}" } : {};
  for (const query of ["surprise=1", "__proto__[x]=1", "constructor=1", "limit=1&limit=2", "limit[]=1"]) {
    const answer = await ask(`${baseUrl}${path}?${query}`, { method, ...body, headers: asAlice(JSON_TYPE) });
    expectProblem(query, answer, "validation_failed");
  }
  if (!name.includes("{id}")) return;
  const strange = [
    "1",
    "nothing",
    together.toUpperCase(),
    `${together}x`,
    `${together}%00`,
    "%00",
    "__proto__",
    "null",
    "%27--",
    "a".repeat(5_000),
  ];
  for (const id of strange) {
    const answer = await ask(baseUrl + addressOf(name, id).path, { method, ...body, headers: asAlice(JSON_TYPE) });
    expectProblem(id, answer, "validation_failed");
  }
});

const seen = (): string => `/api/conversations/${together}/messages`;
const cursorOf = (place: unknown): string => Buffer.from(JSON.stringify(place)).toString("base64url");
const time = new Date().toISOString();

const MESSAGES = "/api/conversations/{id}/messages";
const STRANGE_LIMITS = ["0", "101", "-1", "1.5", "abc", "1e999", "NaN", "%00", "%20"];
const STRANGE_TIMES = ["yesterday", "2026-01-01", "2026-13-01T00:00:00Z", "%00"];
const STRANGE_CURSORS = ["x", "e30", "%00", "W10", cursorOf([]), cursorOf([time]), cursorOf([time, "x"]), cursorOf(["x", v7()])];

test.each([
  ...STRANGE_LIMITS.flatMap((limit) => [`${MESSAGES}?limit=${limit}`, `/api/listings?limit=${limit}`]),
  ...["-1", "abc", "1.5", "2147483648"].map((seq) => `${MESSAGES}?before=${seq}`),
  `${MESSAGES}?before=1&after=1`,
  ...STRANGE_TIMES.map((at) => `${MESSAGES}?from=${at}`),
  ...[...STRANGE_CURSORS, "x".repeat(201)].flatMap((cursor) => [
    `/api/conversations?cursor=${cursor}`,
    `/api/listings?cursor=${cursor}`,
  ]),
  "/api/conversations?filter=everything",
  "/api/conversations?q=%00",
  `/api/conversations?q=${"x".repeat(201)}`,
  "/api/listings?city=%00",
  "/api/listings?maxRentCents=-1",
  "/api/listings?maxRentCents=1e999",
  "/api/listings?moveIn=2026-02-30",
])("a malformed question is told so: %s", async (question) => {
  const url = baseUrl + question.replace("{id}", together);
  expectProblem(question, await ask(url, { headers: asAlice() }), "validation_failed");
});

test("odd but well-formed questions have answers", async () => {
  const odd = [
    "?q=%25",
    "?q=_",
    "?q=%5C",
    "?q=%27%20or%201%3D1--",
    `?cursor=${cursorOf([false, time, v7()])}`,
    "?q=",
    "?limit=1",
  ];
  for (const query of odd)
    expect([query, (await ask(`${baseUrl}/api/conversations${query}`, { headers: asAlice() })).status]).toEqual([query, 200]);
  const far = `?from=0001-01-01T00:00:00Z&to=9999-12-31T23:59:59Z`;
  expect((await ask(`${baseUrl}${seen()}${far}`, { headers: asAlice() })).status).toBe(200);
});

test.each([
  ["arrays for strings", { content: ["hello"] }],
  ["objects for strings", { content: { toString: "hello" } }],
  ["numbers for strings", { content: 1 }],
  ["a key twice too many", { content: "hello", senderId: v7() }],
])("a message with %s is refused and not stored", async (_, extra) => {
  const body = JSON.stringify({ messageId: v7(), ...extra });
  const answer = await ask(baseUrl + seen(), { method: "POST", body, headers: asAlice(JSON_TYPE) });
  expectProblem("message", answer, "validation_failed");
  expect(await history()).toEqual([]);
});

test.each([
  ["Bearer %"],
  ["Bearer"],
  ["Bearer "],
  ["Bearer null"],
  ["bearer a.b.c"],
  ["Bearer eyJhbGciOiJub25lIn0.e30."],
  [`Bearer ${"x".repeat(8_000)}`],
  ["Basic YWxpY2U6cGFzc3dvcmQ="],
  ["%"],
  ["Bearer a b"],
])("an Authorization of %j is nobody's", async (authorization) => {
  expectProblem(authorization, await ask(`${baseUrl}/api/conversations`, { headers: { authorization } }), "unauthenticated");
  expect((await ask(`${baseUrl}/api/auth/session`, { headers: { authorization } })).status).toBe(200);
});

test.each([
  ["next-auth.session-token=%"],
  ["next-auth.session-token=a.b.c.d.e"],
  ["next-auth.session-token.0=a; next-auth.session-token.1=b"],
  ["__proto__=1; constructor=2; next-auth.session-token=__proto__"],
  [`next-auth.session-token=${"x".repeat(8_000)}`],
  ["=; ;;=,"],
])("a cookie of %j is nobody's", async (cookie) => {
  expectProblem(cookie, await ask(`${baseUrl}/api/conversations`, { headers: { cookie } }), "unauthenticated");
  expect((await ask(`${baseUrl}/sign-in`, { headers: { cookie } })).status).toBe(200);
});

test("a page has its policy, with a nonce of its own each time, and does not say what made it", async () => {
  const pages = [await ask(`${baseUrl}/sign-in`), await ask(`${baseUrl}/sign-in`), await ask(`${baseUrl}/no-such-page`)];
  const policies = pages.map(({ headers }) => headers.get("content-security-policy") ?? "");
  const nonces = policies.map((policy) => /script-src 'self' 'nonce-([A-Za-z0-9+/=]{24})' 'strict-dynamic';/.exec(policy)?.[1]);
  expect(new Set(nonces).size).toBe(3);
  for (const [index, { headers, body }] of pages.entries()) {
    expect(policies[index]).toContain("frame-ancestors 'none'");
    expect(policies[index]).not.toMatch(/script-src[^;]*unsafe/);
    expect([headers.get("x-powered-by"), headers.get("x-content-type-options")]).toEqual([null, "nosniff"]);
    expect(String(body.text).match(/<script(?![^>]*nonce=)[^>]*>/g)).toBeNull();
  }
});

test("a nonce or an address that a client brings along is not taken", async () => {
  const headers = { "x-nonce": "mine", "content-security-policy": "script-src 'nonce-mine'", "x-uninest-address": "127.0.0.9" };
  const { body } = await ask(`${baseUrl}/sign-in`, { headers });
  expect(String(body.text)).not.toContain('nonce="mine"');
});

const TARGETS = [
  "//",
  "//evil.example/%2e%2e",
  "/%",
  "/%c3%28",
  "/..%2f",
  "/..%2f..%2f..%2fetc/passwd",
  "/../../package.json",
  "/_next/static/../../../package.json",
  "/\\\\evil.example",
  "/.env",
  "*",
  "http://169.254.169.254/latest/meta-data",
  "http://evil.example/api/health",
  "https://evil.example/",
  "/api/%",
  "/api/nothing",
  "/api/conversations/%",
  "/api/conversations/%2e%2e/%2e%2e",
  "/listings/%",
  "/listings/%00",
  "/listings/1",
  "/inbox/%00",
  "/inbox/1",
  "/_next/image?url=http%3A%2F%2F169.254.169.254%2F&w=64&q=75",
  "/_next/data/x/index.json",
  "/?__proto__[polluted]=1",
  "/api/health?__proto__=1",
  "/?callbackUrl=%00",
  "/sign-in?callbackUrl=https://evil.example/%00",
  "/;/;",
  `/${"a/".repeat(3_000)}`,
  "/socket.io",
  "/socket.io/%",
  "/socket.io/../api/health",
];

test.each(TARGETS)("the target %s gives no 500 and nothing of our insides", async (target) => {
  const { host } = new URL(baseUrl);
  for (const method of ["GET", "POST"]) {
    const { status, head, body } = await exchange(
      baseUrl,
      requestText(target, host, { connection: "close", "content-length": "0" }, method),
    );
    expect([method, status, status >= 200 && status < 500]).toEqual([method, status, true]);
    expect(body).not.toMatch(/\bat \S+ \(|node_modules|root:x:0|"dependencies"/);
    expect(head).not.toMatch(/location: (https?:)?\/\/(?!localhost)/);
  }
  await bystanders.stillTalk();
});

test.each(["TRACE", "OPTIONS", "PUT", "DELETE", "PROPFIND", "CONNECT", "x"])("the method %s gives no 500", async (method) => {
  for (const path of ["/", "/api/health", `/api/conversations/${together}`]) {
    const { status } = await exchange(baseUrl, requestText(path, new URL(baseUrl).host, { connection: "close" }, method));
    expect([path, status, status < 500]).toEqual([path, status, true]);
  }
  await bystanders.stillTalk();
});

test("a page with a strange address gives no 500 to those who are signed in", async () => {
  const cookie = await signInByCookie(baseUrl, alice);
  const strange = [
    "1",
    "%00",
    "__proto__",
    together.toUpperCase(),
    v7(),
    "%F0%9F%8F%A0",
    "a".repeat(3_000),
    "..%2f..%2f",
    "%E2%80%AE",
  ];
  const pages = strange.flatMap((id) => [
    `/listings/${id}`,
    `/inbox/${id}`,
    `/?city=${id}&cursor=${id}`,
    `/inbox?q=${id}`,
    `/sign-in?next=${id}`,
  ]);
  for (const page of pages) {
    const { status, body } = await ask(baseUrl + page, { headers: { cookie } });
    expect([page, status, status < 500]).toEqual([page, status, true]);
    expect(String(body.text)).not.toMatch(/\bat \S+ \(|node_modules|NEXT_HTTP_ERROR_FALLBACK;500/);
  }
  await bystanders.stillTalk();
});

test.each([
  ["no host", "GET /sign-in HTTP/1.1\r\nconnection: close\r\n\r\n"],
  ["a host that is none", "GET /sign-in HTTP/1.1\r\nhost: a b<>/\r\nconnection: close\r\n\r\n"],
  ["two lengths", "POST /api/users HTTP/1.1\r\nhost: x\r\ncontent-length: 1\r\ncontent-length: 2\r\n\r\n{}"],
  [
    "a length and pieces",
    "POST /api/users HTTP/1.1\r\nhost: x\r\ncontent-length: 2\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n",
  ],
  ["a piece of a strange size", "POST /api/users HTTP/1.1\r\nhost: x\r\ntransfer-encoding: chunked\r\n\r\nzz\r\n"],
  ["a header too long", `GET / HTTP/1.1\r\nhost: x\r\nx: ${"y".repeat(20_000)}\r\n\r\n`],
  ["no HTTP at all", "\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n"],
  [
    "an action of nobody",
    "POST / HTTP/1.1\r\nhost: x\r\nconnection: close\r\nnext-action: x\r\ncontent-type: text/plain\r\ncontent-length: 2\r\n\r\n[]",
  ],
])("%s costs the connection, and nobody else anything", async (_, text) => {
  const wire = await openWire(baseUrl);
  wire.writes(text);
  expect(await wire.endsWithin()).toBeLessThan(5_000);
  expect(wire.received().toString()).not.toMatch(/HTTP\/1\.1 5|\bat \S+ \(|node_modules/);
  await bystanders.stillTalk();
});

test.each([
  ["a body too large", { "content-length": "300000" }, "x".repeat(300_000), 413],
  ["a body without length", { "transfer-encoding": "chunked" }, "2\r\n{}\r\n0\r\n\r\n", 400],
] as const)("next-auth never sees %s", async (_, headers, body, status) => {
  const request = requestText("/api/auth/callback/credentials", new URL(baseUrl).host, { ...JSON_TYPE, ...headers }, "POST");
  expect((await exchange(baseUrl, request + body)).status).toBe(status);
  await bystanders.stillTalk();
});

test("a connection rests for longer than a proxy keeps it, so that no request meets its end", async () => {
  const answer = await fetch(`${baseUrl}/api/health`);
  await answer.text();
  const [, seconds] = /timeout=(\d+)/.exec(answer.headers.get("keep-alive") ?? "") ?? [];
  expect(Number(seconds)).toBeGreaterThan(60);
});

test("nobody has left a trace in the log", async () => {
  await bystanders.stillTalk();
  expect(defectsIn()).toEqual([]);
});

test.each(["GET", "POST", "PUT", "PATCH", "DELETE"])(
  "a path below /api that is no route is told so in the usual form: %s",
  async (method) => {
    const answer = await request(`${inject("baseUrl")}/api/no/such/route`, { method });
    expect(answer).toMatchObject({ status: 404, body: { code: "not_found", status: 404 } });
    expect(answer.headers.get("content-type")).toBe("application/problem+json");
  },
);
