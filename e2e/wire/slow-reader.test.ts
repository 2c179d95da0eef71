import { expect, test } from "vitest";
import { frame } from "../harness/frames.ts";
import { startOwnServer } from "../harness/own-server.ts";
import { disconnectAll, gather } from "../harness/person.ts";
import { openRawDevice } from "../harness/raw-socket.ts";
import { defectsIn } from "../harness/server-log.ts";

const MIB = 1024 * 1024;
/** What may have been written for somebody who reads nothing: the server's mebibyte, and what the kernel takes by itself. */
const MAX_BYTES = 16 * MIB;
const ROUNDS = 60;
const QUESTIONS_A_ROUND = 3;
/** Of it, three seconds pass before anybody is told that somebody has gone. */
const GONE_MS = 10_000;

test("somebody who answers pings and reads nothing is cut", { timeout: 90_000 }, async () => {
  const server = await startOwnServer("slow-reader", { env: { RATE_LIMIT_FACTOR: "1000" } });
  const { alice, bob } = await gather(server.baseUrl, "alice", "bob");
  const together = await alice.opens(bob);
  // Twenty such messages are a sync of a third of a mebibyte, and all the syncs together sixty times the limit.
  for (let turn = 0; turn < 20; turn += 1) await alice.says(together, "🏠".repeat(4_000));
  const raw = await openRawDevice(server.baseUrl, bob.tokens.accessToken);
  bob.device.leaves();
  raw.socket.pause();
  const question = frame('421["session:sync",{"cursors":{}}]');
  for (let round = 0; round < ROUNDS; round += 1) {
    raw.writes(Buffer.concat([frame("3"), ...Array.from({ length: QUESTIONS_A_ROUND }, () => question)]));
    // Alice asks in between: what bob wants must not keep the others waiting.
    await alice.device.does("session:sync", { cursors: { [together]: 20 } });
  }
  const gone = () => alice.device.heard("presence:changed", ({ userId, status }) => userId === bob.id && status === "offline");
  await expect.poll(() => gone().length, { timeout: GONE_MS }).toBe(1);
  raw.socket.resume();
  expect(await raw.endsWithin()).toBeLessThan(5_000);
  expect(Buffer.byteLength(raw.heard().join(""))).toBeLessThan(MAX_BYTES);
  const back = await bob.connects();
  await alice.says(together, "there you are");
  await back.hears("message:received", ({ content }) => content === "there you are");
  expect(defectsIn("slow-reader")).toEqual([]);
  back.leaves();
  disconnectAll(alice, bob);
});
