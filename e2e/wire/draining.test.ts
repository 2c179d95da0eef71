import { setTimeout as delay } from "node:timers/promises";
import { v7 } from "uuid";
import { expect, test } from "vitest";
import type { MessagePage } from "#lib/contract/messages.ts";
import { OWN_SERVER_MS, startOwnServer } from "../harness/own-server.ts";
import { connectDevice, gather } from "../harness/person.ts";
import { linesIn } from "../harness/server-log.ts";

const STOP_MS = 10_000;

test("whoever is there when the server stops is told to spread, what was asked is answered, and it ends well", {
  timeout: 2 * OWN_SERVER_MS,
}, async () => {
  const env = { RATE_LIMIT_FACTOR: "1000" };
  const server = await startOwnServer("draining", { env });
  const { alice, bob } = await gather(server.baseUrl, "alice", "bob");
  const id = await alice.opens(bob);
  const phones = await Promise.all(Array.from({ length: 20 }, () => bob.connects()));
  const gone = phones.map(({ socket }) => new Promise<string>((resolve) => socket.once("disconnect", resolve)));

  const sends = Array.from({ length: 50 }, (_, number) =>
    alice.device
      .ask("message:send", { conversationId: id, messageId: v7(), content: `message ${number}` })
      .catch(() => undefined),
  );
  const startedAt = performance.now();
  const ended = server.stop();
  for (const phone of phones) expect((await phone.hears("server:draining")).spreadMs).toBe(1_000);
  const acknowledged = (await Promise.all(sends)).filter((answer) => answer?.ok === true).length;
  expect(new Set(await Promise.all(gone))).toEqual(new Set(["io server disconnect"]));
  expect(await ended).toBe(0);
  expect(performance.now() - startedAt).toBeLessThan(STOP_MS);
  expect(linesIn("draining", /farewell was cut short/)).toEqual([]);

  const again = await startOwnServer("draining-again", { env: { ...env, DATABASE_URL: server.databaseUrl } });
  const { accessToken } = alice.tokens;
  const device = await connectDevice(again.baseUrl, accessToken);
  const history = await fetch(`${again.baseUrl}/api/conversations/${id}/messages?limit=100`, {
    headers: { authorization: `Bearer ${accessToken}` },
  });
  const { messages }: MessagePage = await history.json();
  expect(messages.length).toBeGreaterThanOrEqual(acknowledged);
  expect(messages.map(({ seq }) => seq)).toEqual(messages.map((_, index) => index + 1));
  device.leaves();
});

test("nobody comes in any more while the server stops", { timeout: OWN_SERVER_MS }, async () => {
  const server = await startOwnServer("closing");
  const { alice } = await gather(server.baseUrl, "alice");
  const told = alice.device.hears("server:draining");
  const ended = server.stop();
  await told;
  await expect(
    Promise.race([connectDevice(server.baseUrl, alice.tokens.accessToken), delay(8_000).then(() => "late")]),
  ).rejects.toThrow();
  expect(await ended).toBe(0);
});
