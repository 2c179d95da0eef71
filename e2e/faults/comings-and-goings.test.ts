import { expect, inject, test } from "vitest";
import { comingsAndGoings } from "./scenarios/comings-and-goings.ts";

test("thousands connect and go, and leave heap and sockets as they were", { timeout: 300_000 }, async () => {
  const { before, after } = await comingsAndGoings(inject("setting"), { connections: 3_000 });
  expect(after.heapBytes).toBeLessThan(before.heapBytes * 1.1);
  expect(after.sockets).toBeLessThanOrEqual(before.sockets);
});
