import { expect, inject, test } from "vitest";
import { connectDevice, disconnectAll, gather } from "../harness/person.ts";
import { createSilentLine } from "../harness/silent-line.ts";

const baseUrl = inject("baseUrl");
/** Ten seconds between pings and five to answer one. */
const NOTICED_MS = 15_000;
/** For a busy machine. */
const GRACE_MS = 2_000;

test("a line that has fallen silent is noticed on both sides within fifteen seconds", { timeout: 40_000 }, async () => {
  const { alice, bob } = await gather(baseUrl, "alice", "bob");
  await alice.opens(bob);
  alice.device.leaves();
  const line = await createSilentLine(baseUrl);
  const phone = await connectDevice(line.baseUrl, alice.tokens.accessToken);
  await bob.device.hears("presence:changed", ({ userId, status }) => userId === alice.id && status === "online");
  const mark = bob.device.mark();

  const startedAt = performance.now();
  const elapsed = (): number => performance.now() - startedAt;
  const onClient = new Promise<string>((resolve) => phone.socket.once("disconnect", resolve));
  line.fallsSilent();
  expect(await onClient).toBe("ping timeout");
  expect(elapsed()).toBeLessThan(NOTICED_MS + GRACE_MS);
  await expect
    .poll(async () => (await bob.device.newsSince(mark)).map(({ payload }) => payload), { timeout: NOTICED_MS })
    .toContainEqual(expect.objectContaining({ userId: alice.id, status: "offline" }));
  // Those who share a conversation are told a moment after the server has noticed it.
  expect(elapsed()).toBeLessThan(2 * NOTICED_MS);
  line.close();
  disconnectAll(bob);
});
