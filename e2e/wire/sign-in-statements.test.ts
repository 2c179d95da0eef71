import { v7 } from "uuid";
import { expect, inject, onTestFinished, test } from "vitest";
import type { Actor } from "#lib/domain/actor.ts";
import { openBareServices } from "#lib/server/testing/bare-services.ts";
import { claimsOf } from "../harness/claims.ts";
import { type Asked, startCountedLine } from "../harness/counted-line.ts";
import { OWN_SERVER_MS, startOwnServer } from "../harness/own-server.ts";
import { disconnectAll, gather, type Person } from "../harness/person.ts";

/** What a socket's sign-in asks the database for: it is asked by everybody at once when a server comes back. */

const DATABASE = "sign-in-statements";

test("a sign-in asks for who it is, where they are and what they lack, each in one statement", {
  timeout: OWN_SERVER_MS,
}, async () => {
  const target = new URL(inject("postgresUrl"));
  target.pathname = `/uninest_${DATABASE.replaceAll("-", "_")}`;
  const line = await startCountedLine(target.href);
  const { baseUrl } = await startOwnServer(DATABASE, { env: { DATABASE_URL: line.url } });
  const { alice, bob, carol } = await gather(baseUrl, "alice", "bob", "carol");
  const talks = await Promise.all([alice.opens(bob), alice.opens(carol)]);
  for (const id of talks) await alice.says(id, "hello");
  for (const { device } of [bob, carol]) await device.hears("unread_count:updated");
  const isOfAlice = ({ values }: Asked) => [alice.id, claimsOf(alice).sid, ...talks].some((id) => values.includes(id));

  // Her laptop keeps her there: presence has nothing to tell of her phone.
  const signIn = async (cursors: Record<string, number>) => {
    const from = line.asked.length;
    const phone = await alice.connects({ cursors });
    const { changes } = await phone.hears("session:ready");
    const asked = line.asked.slice(from).filter(isOfAlice);
    phone.leaves();
    await expect.poll(() => line.asked.slice(from).filter(({ text }) => text.includes('insert into "devices"')).length).toBe(2);
    return { asked: asked.map(({ text }) => text), messages: changes.flatMap(({ messages }) => messages).length };
  };

  const upToDate = await signIn(Object.fromEntries(talks.map((id) => [id, 1])));
  expect(upToDate.messages).toBe(0);
  expect(upToDate.asked).toHaveLength(11);
  const empty = await signIn({});
  expect(empty.messages).toBe(2);
  expect(empty.asked).toHaveLength(13);
  disconnectAll(alice, bob, carol);
});

test("those who sign in at the same moment are asked for together, and each is told their own", async () => {
  const { alice, bob, carol } = await gather(inject("baseUrl"), "alice", "bob", "carol");
  const together = await alice.opens(bob);
  await alice.says(together, "hello");
  const line = await startCountedLine(inject("databaseUrl"));
  const { services, close } = openBareServices(line.url);
  onTestFinished(close);
  const crowd = [alice, bob, carol].flatMap((person) => Array.from({ length: 10 }, () => person));
  const enter = async (person: Person) => {
    const actor = (await services.sessions.actor(claimsOf(person).sid)) as Actor;
    const [ids, status, { changes, totalUnread }, held] = await Promise.all([
      services.conversations.activeIds(actor),
      services.devices.connected(actor, v7()),
      services.sync.changes(actor, {}),
      services.held.count(actor),
    ]);
    return {
      id: actor.userId,
      ids,
      status,
      said: changes.map(({ messages }) => messages.map(({ content }) => content)),
      totalUnread,
      held,
    };
  };
  const answers = await Promise.all(crowd.map(enter));
  const seenBy = ({ id }: Person) => ({
    id,
    ids: [together],
    status: "new",
    said: [["hello"]],
    totalUnread: id === bob.id ? 1 : 0,
    held: 0,
  });
  expect(answers).toEqual(crowd.map((person) => (person === carol ? { ...seenBy(carol), ids: [], said: [] } : seenBy(person))));
  // Thirty who come one after the other would ask some three hundred.
  expect(line.asked.length).toBeLessThan(40);
  disconnectAll(alice, bob, carol);
});
