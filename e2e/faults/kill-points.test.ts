import { once } from "node:events";
import { v7 } from "uuid";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { connectDevice, createPerson, type Person } from "../harness/person.ts";
import { bundleWithKillPoints, killPoints } from "./bugs/kill-points.ts";
import { type House, openHouse } from "./house.ts";

const TEST_MS = 600_000;

let house: House;
let alice: Person;
let bob: Person;
let together: string;
let said = 0;

beforeAll(async () => {
  house = await openHouse(inject("setting"), { name: "kill-points", bundle: await bundleWithKillPoints(), isAlone: true });
  [alice, bob] = await Promise.all([createPerson(house.baseUrl, "alice"), createPerson(house.baseUrl, "bob")]);
  together = await alice.opens(bob);
}, TEST_MS);
afterAll(async () => {
  await house.stop();
});

/** A server that will die there, and a device of that person on it. */
const startDoomed = async (point: string, { tokens }: Person) => {
  await house.stop();
  await house.start({ KILL_AT: `${point}:1` });
  return connectDevice(house.baseUrl, tokens.accessToken);
};

const startAgain = async ({ tokens }: Person) => {
  const died = house.process();
  if (died.exitCode === null && died.signalCode === null) await once(died, "exit");
  expect(died.signalCode).toBe("SIGKILL");
  await house.start();
  return connectDevice(house.baseUrl, tokens.accessToken);
};

test.each(killPoints.filter(({ stored }) => stored !== undefined))(
  "$name, $where: the message is there once, and its sender learns the truth",
  async ({ name, stored }) => {
    const message = { conversationId: together, messageId: v7(), content: `at ${name}` };
    const doomed = await startDoomed(name, alice);
    const answer = await doomed.ask("message:send", message).catch(() => "none");
    if (name !== "K6") expect(answer).toBe("none");
    const phone = await startAgain(alice);
    said += 1;
    expect(await phone.does("message:send", message)).toMatchObject({ seq: said, duplicate: stored });
    const { changes } = await phone.does("session:sync", { cursors: { [together]: said - 1 } });
    expect(changes[0]?.messages.map(({ messageId }) => messageId)).toEqual([message.messageId]);
    phone.leaves();
  },
  TEST_MS,
);

test(
  "K8, a mark is held and has not moved: it stays where it was, and the count agrees",
  async () => {
    const doomed = await startDoomed("K8", bob);
    await doomed.ask("message:read", { conversationId: together, seq: said }).catch(() => undefined);
    const phone = await startAgain(bob);
    const { changes, unreadCounts } = await phone.does("session:sync", { cursors: { [together]: said } });
    const readSeq = changes[0]?.conversation.participants.find(({ userId }) => userId === bob.id)?.readSeq;
    expect({ readSeq, unread: unreadCounts[together] }).toEqual({ readSeq: 0, unread: said });
    phone.leaves();
  },
  TEST_MS,
);
