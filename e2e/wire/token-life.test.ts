import { io } from "socket.io-client";
import { v7 } from "uuid";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import type { TokenPair } from "#lib/contract/accounts.ts";
import { signInByCookie } from "../harness/browser-session.ts";
import { createEmptyDatabase } from "../harness/database.ts";
import { OWN_SERVER_MS } from "../harness/own-server.ts";
import { createPerson, disconnectAll, type Person, request } from "../harness/person.ts";
import { type RunningServer, startServer } from "../harness/server.ts";
import { diesAtOnce, signIn, signInElsewhere } from "../harness/sign-ins.ts";

/** Short tokens: a third of their life is the warning before their end, and as much the grace after it. */
const LIFE_SECONDS = 4;
const MARGIN_MS = (LIFE_SECONDS * 1_000) / 3;
/** A busy machine is late, never early. */
const LATE_MS = 1_500;

let server: RunningServer;
beforeAll(async () => {
  server = await startServer({
    name: "token-life",
    env: {
      DATABASE_URL: await createEmptyDatabase(inject("postgresUrl"), "uninest_token_life"),
      AUTH_SECRET: "x".repeat(40),
      ACCESS_TOKEN_SECONDS: String(LIFE_SECONDS),
      RATE_LIMIT_FACTOR: "1000",
    },
  });
}, OWN_SERVER_MS);
afterAll(async () => {
  await server.stop();
});

const refresh = async ({ refreshToken }: TokenPair): Promise<TokenPair> =>
  (await request<TokenPair>(`${server.baseUrl}/api/tokens/refresh`, { method: "POST", body: { refreshToken } })).body;

const asks = (person: Person, token: string) => person.device.ask("session:refresh", { token });
const refused = { ok: false, error: expect.objectContaining({ code: "unauthenticated" }) };

test("a socket is warned before its token ends, and closed after it when nobody renews it", async () => {
  const bob = await createPerson(server.baseUrl, "bob");
  const end = Date.parse(bob.tokens.accessTokenExpiresAt);
  expect(await bob.device.hears("session:expiring")).toEqual({ expiresAt: bob.tokens.accessTokenExpiresAt });
  expect(Date.now()).toBeGreaterThanOrEqual(end - MARGIN_MS - 100);
  expect(await bob.device.hears("session:revoked")).toEqual({ reason: "expired" });
  expect(Date.now()).toBeGreaterThanOrEqual(end + MARGIN_MS - 100);
  expect(Date.now()).toBeLessThan(end + MARGIN_MS + LATE_MS);
  await diesAtOnce(bob.device);
  const pair = await refresh(bob.tokens);
  const back = await signInElsewhere(server.baseUrl, bob);
  expect((await request(`${server.baseUrl}/api/conversations`, { token: pair.accessToken })).status).toBe(200);
  back.device.leaves();
});

test("a socket that brings a fresh token each time lives on, and is warned each time", async () => {
  const bob = await createPerson(server.baseUrl, "bob");
  let { tokens } = bob;
  for (let round = 0; round < 3; round += 1) {
    const { accessTokenExpiresAt } = tokens;
    await bob.device.hears("session:expiring", ({ expiresAt }) => expiresAt === accessTokenExpiresAt);
    tokens = await refresh(tokens);
    expect(await bob.device.does("session:refresh", { token: tokens.accessToken })).toEqual({
      expiresAt: tokens.accessTokenExpiresAt,
    });
  }
  expect(Date.now()).toBeGreaterThan(Date.parse(bob.tokens.accessTokenExpiresAt) + MARGIN_MS);
  expect(bob.device.socket.connected).toBe(true);
  disconnectAll(bob);
});

test("another's token, one that has ended, and one whose session has ended renew nothing", async () => {
  const [alice, bob] = [await createPerson(server.baseUrl, "alice"), await createPerson(server.baseUrl, "bob")];
  const { body: elsewhere } = await signIn(server.baseUrl, bob);
  await request(`${server.baseUrl}/api/tokens`, { method: "DELETE", token: elsewhere.accessToken });
  expect(await asks(bob, alice.tokens.accessToken)).toEqual(refused);
  expect(await asks(bob, elsewhere.accessToken)).toEqual(refused);
  expect(await asks(bob, "a.b.c")).toEqual(refused);
  await bob.device.hears("session:expiring");
  expect(await bob.device.hears("session:revoked")).toEqual({ reason: "expired" });
  const later = await createPerson(server.baseUrl, "later");
  expect(await asks(later, bob.tokens.accessToken)).toEqual(refused);
  disconnectAll(alice, bob, later);
});

test("a socket that takes the token of another sign-in ends with that one, and no longer with its own", async () => {
  const bob = await createPerson(server.baseUrl, "bob");
  const { body: other } = await signIn(server.baseUrl, bob);
  await bob.device.does("session:refresh", { token: other.accessToken });
  await request(`${server.baseUrl}/api/tokens`, { method: "DELETE", token: bob.tokens.accessToken });
  await bob.device.does("socket:ping", {});
  expect(bob.device.heard("session:revoked", () => true)).toEqual([]);
  await request(`${server.baseUrl}/api/tokens`, { method: "DELETE", token: other.accessToken });
  expect(await bob.device.hears("session:revoked")).toEqual({ reason: "signed_out" });
  await diesAtOnce(bob.device);
});

test("a page's socket lives by its cookie's session, not by tokens", async () => {
  const bob = await createPerson(server.baseUrl, "bob");
  const cookie = await signInByCookie(server.baseUrl, bob);
  const page = io(server.baseUrl, {
    auth: { deviceId: v7() },
    extraHeaders: { cookie, origin: server.baseUrl },
    transports: ["websocket"],
    reconnection: false,
    forceNew: true,
  });
  const heard: string[] = [];
  page.onAny((event: string) => heard.push(event));
  await new Promise((resolve) => page.once("session:ready", resolve));
  const { accessToken: token } = (await signIn(server.baseUrl, bob)).body;
  expect(await page.emitWithAck("session:refresh", { token })).toMatchObject({ ok: false, error: { code: "conflict" } });
  // The one who came by a token at the same time is told and closed meanwhile.
  await bob.device.hears("session:expiring");
  await bob.device.hears("session:revoked");
  expect(page.connected).toBe(true);
  expect(heard.filter((event) => event.startsWith("session:"))).toEqual(["session:ready"]);
  page.disconnect();
});
