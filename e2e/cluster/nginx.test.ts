import { io, type Socket } from "socket.io-client";
import { v7 } from "uuid";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { freePort } from "#lib/db/embedded/free-port.ts";
import { scrape } from "../harness/metrics.ts";
import { startNginx } from "../harness/nginx.ts";
import { createPerson, type Person, request } from "../harness/person.ts";
import { startTwoNodes, type TwoNodes } from "./two-nodes.ts";

let nodes: TwoNodes;
let nginx: Awaited<ReturnType<typeof startNginx>>;
let alice: Person;
const sockets: Socket[] = [];

beforeAll(async () => {
  const port = await freePort();
  nodes = await startTwoNodes(inject("setting"), { PUBLIC_URL: `http://localhost:${port}`, TRUSTED_PROXIES: "1" });
  const portOf = ({ baseUrl }: { baseUrl: string }): number => Number(new URL(baseUrl).port);
  nginx = await startNginx(port, [portOf(nodes.oak), portOf(nodes.elm)]);
  alice = await createPerson(nginx.baseUrl, "alice");
}, 120_000);
afterAll(async () => {
  for (const socket of sockets) socket.disconnect();
  alice.device.leaves();
  await nginx.stop();
  await nodes.stop();
});

/** A device of alice's that comes back by itself; a WebSocket is at an address of its own. */
const connectFrom = async (localAddress: string, transport: "websocket" | "polling" = "websocket"): Promise<Socket> => {
  const auth = { token: alice.tokens.accessToken, deviceId: v7() };
  // What Node knows beside what browsers do: the address that a connection comes from.
  const here: object = { localAddress };
  const address = nginx.baseUrl.replace("localhost", "127.0.0.1");
  const socket = io(address, { auth, transports: [transport], forceNew: true, reconnectionDelayMax: 1_000, ...here });
  sockets.push(socket);
  await new Promise<void>((resolve, reject) => {
    socket.once("session:ready", () => resolve());
    socket.once("connect_error", reject);
  });
  return socket;
};
const connectionsAt = async ({ baseUrl }: { baseUrl: string }) => (await scrape(baseUrl)).get("uninest_connections") ?? 0;

test("everybody of one address is at one node, by polling too, and addresses are at both", async () => {
  const before = await Promise.all([nodes.oak, nodes.elm].map(connectionsAt));
  for (let device = 0; device < 3; device += 1) await connectFrom("127.0.0.77");
  const after = await Promise.all([nodes.oak, nodes.elm].map(connectionsAt));
  expect(after.map((count, index) => count - (before[index] ?? 0)).sort()).toEqual([0, 3]);
  await connectFrom("127.0.0.1", "polling");
  for (let host = 2; host < 12; host += 1) await connectFrom(`127.0.0.${host}`);
  for (const node of [nodes.oak, nodes.elm]) expect(await connectionsAt(node)).toBeGreaterThan(0);
});

test("what is for whoever runs the house does not pass, and nobody chooses an address", async () => {
  expect((await request(`${nginx.baseUrl}/api/metrics`)).status).toBe(404);
  const headers = { "x-forwarded-for": "203.0.113.9" };
  const wrong = { email: "nobody@people.test", password: "not the password" };
  const tries = Array.from({ length: 31 }, () =>
    request(`${nginx.baseUrl}/api/tokens`, { method: "POST", body: wrong, headers }),
  );
  const statuses = (await Promise.all(tries)).map(({ status }) => status);
  expect(statuses.filter((status) => status === 429)).toHaveLength(1);
});

test("when a node dies its people are at the other one within ten seconds, and hear what is said", async () => {
  const news = sockets.map((socket) => new Promise((resolve) => socket.once("message:received", resolve)));
  nodes.elm.process.kill("SIGKILL");
  const diedAt = performance.now();
  // alice's first device does not come back by itself.
  await expect.poll(() => connectionsAt(nodes.oak), { timeout: 10_000 }).toBeGreaterThanOrEqual(sockets.length);
  expect(performance.now() - diedAt).toBeLessThan(10_000);
  const bob = await createPerson(nginx.baseUrl, "bob");
  const talk = await bob.opens(alice);
  await bob.says(talk, "Still here?");
  await Promise.all(news);
  bob.device.leaves();
}, 40_000);
