import { sql } from "drizzle-orm";
import { expect, inject, onTestFinished, test } from "vitest";
import type { MessagePage } from "#lib/contract/messages.ts";
import { openBareServices } from "#lib/server/testing/bare-services.ts";
import { OWN_SERVER_MS, startOwnServer } from "../harness/own-server.ts";
import { gather } from "../harness/person.ts";
import { execute } from "../harness/sql.ts";

const codeOf = (error: unknown): unknown =>
  error instanceof Error ? ((error as { code?: unknown }).code ?? codeOf(error.cause)) : undefined;

/** Keeps this process busy once it has written: what is answered meanwhile is read in one go. */
const whileAnswersCome = () =>
  setImmediate(() =>
    setImmediate(() => {
      for (const since = performance.now(); performance.now() - since < 20; );
    }),
  );

test("of statements that are on their way together the one that failed is told, not that the others could not follow", async () => {
  const { database, close } = openBareServices(inject("databaseUrl"), { maxConnections: 1 });
  onTestFinished(close);
  // The one goes through more hands than those that fail because of it.
  const divideBy = (divisor: number) =>
    database.write(async (db) => {
      const divide = async (hands: number): Promise<unknown> =>
        hands === 0 ? await db.execute(sql`select 1 / ${divisor}::int`) : await divide(hands - 1);
      const asked = Promise.all([divide(10), db.execute(sql`select ${1}::int`), db.execute(sql`select ${2}::int as other`)]);
      whileAnswersCome();
      await asked;
    });
  // From the third time on none has to be described: all are on their way at once.
  for (const _ of [1, 2, 3]) await divideBy(1);
  expect(await divideBy(0).catch(codeOf)).toBe("22012");
});

test("a table that changes under what is prepared is read and written as before", { timeout: OWN_SERVER_MS }, async () => {
  const { baseUrl, databaseUrl } = await startOwnServer("prepared", { env: { DATABASE_POOL: "3" } });
  const { alice, bob, carol } = await gather(baseUrl, "alice", "bob", "carol");
  const id = await alice.opens(bob);
  const mark = carol.device.mark();
  const read = () => bob.http<MessagePage>(`/api/conversations/${id}/messages`);
  const readAlike = async () => {
    const answers = await Promise.all(Array.from({ length: 12 }, read));
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
  };
  const say = async (from: number) => {
    for (let at = from; at < from + 6; at += 1) await alice.says(id, `message ${at}`);
  };
  await say(0);
  for (let round = 0; round < 3; round += 1) await readAlike();
  for (const table of ["messages", "conversations"])
    await execute(databaseUrl, `alter table ${table} alter column kind type varchar(20)`);
  await readAlike();
  await say(6);
  const { messages } = (await read()).body;
  expect(messages.map(({ content }) => content)).toEqual(Array.from({ length: 12 }, (_, at) => `message ${at}`));
  expect(await carol.device.newsSince(mark)).toEqual([]);
});
