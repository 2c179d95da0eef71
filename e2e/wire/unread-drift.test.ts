import { expect, test } from "vitest";
import { enqueue } from "../harness/jobs.ts";
import { scrape } from "../harness/metrics.ts";
import { OWN_SERVER_MS, startOwnServer } from "../harness/own-server.ts";
import { disconnectAll, gather } from "../harness/person.ts";
import { execute } from "../harness/sql.ts";

/** The machine may be busy. */
const eventually = <Fact>(look: () => Fact | Promise<Fact>) => expect.poll(look, { timeout: 30_000, interval: 500 });

test("a count that differs from a recount is seen, and is gone when it is right again", {
  timeout: 2 * OWN_SERVER_MS,
}, async () => {
  const { baseUrl, databaseUrl } = await startOwnServer("unread-drift", { env: { RATE_LIMIT_FACTOR: "1000" } });
  const { alice, bob, carol } = await gather(baseUrl, "alice", "bob", "carol");
  const drift = async () => (await scrape(baseUrl)).get("uninest_unread_drift");
  const recounts = () => enqueue(databaseUrl, "unread:recount", [{}]);
  for (const person of [bob, carol]) {
    const talk = await alice.opens(person);
    for (const text of ["one", "two", "three"]) await alice.says(talk, text);
    await person.says(talk, "I read you");
    await alice.says(talk, "four");
  }
  await recounts();
  await eventually(drift).toBe(0);

  const wrong =
    "update messages set counts_unread = false where content = 'four' and conversation_id in (select conversation_id from participants where user_id = $1)";
  await execute(databaseUrl, wrong, [bob.id]);
  await recounts();
  await eventually(drift).toBe(1);
  await execute(databaseUrl, "update messages set counts_unread = true");
  await recounts();
  await eventually(drift).toBe(0);
  disconnectAll(alice, bob, carol);
});
