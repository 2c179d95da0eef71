import { v7 } from "uuid";
import { expect, test } from "vitest";
import { INSPECTED, openInspector } from "../harness/inspector.ts";
import { startOwnServer } from "../harness/own-server.ts";
import { disconnectAll, gather, request } from "../harness/person.ts";
import { signIn } from "../harness/sign-ins.ts";

/** More than there are connections, of which each keeps the last that it answered. */
const TIMES = 20;
const RESPONSE = 'process.getBuiltinModule("http").ServerResponse';

/** One after the other: a connection that stays open keeps its last request. */
const times = async (ask: () => Promise<unknown>): Promise<void> => {
  for (let n = 0; n < TIMES; n += 1) await ask();
};

test("a request is gone once it is answered, however long what it was counted by lasts", async () => {
  const { baseUrl } = await startOwnServer("kept-requests", { command: [...INSPECTED, "dist/server.mjs"] });
  const { alice, bob } = await gather(baseUrl, "alice", "bob");
  disconnectAll(alice, bob);

  // A quarter of an hour, an hour for the first, and a minute for the first.
  await times(() => signIn(baseUrl, { email: `${v7()}@people.test`, password: "not that one" }));
  await times(() => alice.opens(bob));
  await times(() => request(`${baseUrl}/api/conversations`, { token: bob.tokens.accessToken }));

  const inspector = await openInspector("kept-requests");
  try {
    await expect.poll(() => inspector.countOf(RESPONSE), { timeout: 5_000 }).toBeLessThan(TIMES);
  } finally {
    // The server does not end before its debugger has.
    inspector.close();
  }
});
