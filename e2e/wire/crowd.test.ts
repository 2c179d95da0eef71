import { setTimeout as delay } from "node:timers/promises";
import { expect, test } from "vitest";
import { attempt, type Outcome } from "../harness/handshakes.ts";
import { OWN_SERVER_MS, startOwnServer } from "../harness/own-server.ts";
import { gather } from "../harness/person.ts";

const CROWD = 300;

test("of a crowd at the door some are told when to come back, and all get in", { timeout: 2 * OWN_SERVER_MS }, async () => {
  const { baseUrl } = await startOwnServer("crowd", { env: { RATE_LIMIT_FACTOR: "1000" } });
  const { alice } = await gather(baseUrl, "alice");
  const refused: Outcome[] = [];
  const comesIn = async (): Promise<void> => {
    for (;;) {
      const outcome = await attempt(baseUrl, { auth: { token: alice.tokens.accessToken } });
      if (outcome === "ready") return;
      refused.push(outcome);
      await delay(typeof outcome === "object" ? (outcome.retryAfterMs ?? 0) : 0);
    }
  };
  await Promise.all(Array.from({ length: CROWD }, comesIn));
  expect(refused.length).toBeGreaterThan(0);
  for (const outcome of refused) {
    expect(outcome).toMatchObject({ code: "unavailable", retryable: true });
    const { retryAfterMs = 0 } = typeof outcome === "object" ? outcome : {};
    expect(retryAfterMs).toBeGreaterThanOrEqual(1_000);
    expect(retryAfterMs).toBeLessThanOrEqual(30_000);
  }
  alice.device.leaves();
});
