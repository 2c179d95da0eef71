import { randomUUID } from "node:crypto";
import { expect, inject, test } from "vitest";
import { attempt } from "../harness/handshakes.ts";
import { OWN_SERVER_MS, startOwnServer } from "../harness/own-server.ts";
import { createPerson, request } from "../harness/person.ts";
import { ask } from "../harness/problem.ts";
import { ENGINE_PATH, openRawSocket, openWire, requestText, upgradeText } from "../harness/raw-socket.ts";
import type { RunningServer } from "../harness/server.ts";
import { defectsIn } from "../harness/server-log.ts";

const baseUrl = inject("baseUrl");
const { host } = new URL(baseUrl);
const AT_ONCE_MS = 1_000;
const NOBODYS = [
  "/",
  "/inbox",
  "/api/health",
  "/socket.io",
  "/socket.io?EIO=4&transport=websocket",
  "/socket.iox/",
  "//socket.io/?EIO=4&transport=websocket",
  "/x/../socket.io/?EIO=4&transport=websocket",
  "/_next/hmr",
  "/_next/webpack-hmr",
  "/_next/x",
  "/%",
  "*",
  "http://169.254.169.254/latest/meta-data",
  `http://${host}${ENGINE_PATH}`,
  "ws://evil.example/",
];

test.each(NOBODYS)("an upgrade of %s is answered 404 and closed at once", async (target) => {
  const raw = await openRawSocket(baseUrl, { target });
  expect([target, raw.status]).toEqual([target, 404]);
  expect(await raw.endsWithin()).toBeLessThan(AT_ONCE_MS);
});

test.each(NOBODYS)("an upgrade of %s is, on a connection that has been used before", async (target) => {
  const wire = await openWire(baseUrl);
  wire.writes(requestText("/api/health", host));
  await wire.until(() => (wire.received().includes('"status":"ok"') ? true : undefined));
  wire.writes(upgradeText(target, host));
  expect(await wire.endsWithin()).toBeLessThan(AT_ONCE_MS);
  expect(wire.received().toString()).toContain("HTTP/1.1 404 Not Found");
});

test("an upgrade to something else than a WebSocket opens nothing", async () => {
  const raw = await openRawSocket(baseUrl, { headers: { upgrade: "h2c" } });
  expect(raw.status).not.toBe(101);
  expect(await raw.endsWithin()).toBeLessThan(AT_ONCE_MS);
});

const visit = async (server: RunningServer): Promise<void> => {
  const { status, body } = await ask(`${server.baseUrl}/sign-in`);
  expect(status).toBe(200);
  expect(body.text).toContain("<html");
};

const connect = async (server: RunningServer, token: string): Promise<void> => {
  for (const transport of ["websocket", "polling"] as const) {
    expect(await attempt(server.baseUrl, { auth: { token }, transport })).toBe("ready");
  }
};

/** The first person of a server, without a socket so far. */
const register = async (server: RunningServer): Promise<string> => {
  const credentials = { email: `alice.${randomUUID()}@people.test`, password: "the password of alice" };
  await request(`${server.baseUrl}/api/users`, { method: "POST", body: { ...credentials, name: "alice", role: "student" } });
  const { body } = await request<{ accessToken: string }>(`${server.baseUrl}/api/tokens`, { method: "POST", body: credentials });
  return body.accessToken;
};

const refusesNobodys = async (server: RunningServer): Promise<void> => {
  const raw = await openRawSocket(server.baseUrl, { target: "/nobody" });
  expect([raw.status, (await raw.endsWithin()) < AT_ONCE_MS]).toEqual([404, true]);
};

const pageFirst = async (server: RunningServer): Promise<void> => {
  const token = await register(server);
  await visit(server);
  await connect(server, token);
  await refusesNobodys(server);
  await visit(server);
};

const socketFirst = async (server: RunningServer): Promise<void> => {
  const token = await register(server);
  await connect(server, token);
  await visit(server);
  await refusesNobodys(server);
  await connect(server, token);
};

test("in production a socket works after the first page", { timeout: OWN_SERVER_MS }, async () => {
  await pageFirst(await startOwnServer("page-first"));
  expect(defectsIn("page-first")).toEqual([]);
});

test("in production a page works after the first socket; a stop with people and open connections is clean", {
  timeout: OWN_SERVER_MS,
}, async () => {
  const server = await startOwnServer("socket-first");
  await socketFirst(server);
  const bob = await createPerson(server.baseUrl, "bob");
  const polling = await bob.connects({ transports: ["polling"] });
  const silent = await openRawSocket(server.baseUrl);
  const keptAlive = await openWire(server.baseUrl);
  keptAlive.writes(requestText("/sign-in", new URL(server.baseUrl).host));
  await keptAlive.until(() => (keptAlive.received().includes("</html>") ? true : undefined));
  const halfAsked = await openWire(server.baseUrl);
  halfAsked.writes("POST /api/users HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 100\r\n\r\n{");
  const startedAt = performance.now();
  expect(await server.stop()).toBe(0);
  expect(performance.now() - startedAt).toBeLessThan(10_000);
  for (const wire of [silent, keptAlive, halfAsked]) expect(await wire.endsWithin()).toBeLessThan(AT_ONCE_MS);
  expect(defectsIn("socket-first")).toEqual([]);
  bob.device.leaves();
  polling.leaves();
});

// Next allows one such server a folder, and it compiles each page when it is first asked for.
const DEVELOPMENT = { command: ["--import", "tsx", "server.ts"], env: { NODE_ENV: "development" } };

test("in development sockets work before and after the first page, and so does hot reload", { timeout: 600_000 }, async () => {
  const server = await startOwnServer("development", DEVELOPMENT);
  await socketFirst(server);
  const reload = await openRawSocket(server.baseUrl, { target: "/_next/hmr?id=test", headers: { origin: server.baseUrl } });
  expect(reload.status).toBe(101);
  const outsider = await openRawSocket(server.baseUrl, { target: "/socket.io" });
  expect(outsider.status).toBe(404);
  reload.leaves();
  expect(await server.stop()).toBe(0);
});
