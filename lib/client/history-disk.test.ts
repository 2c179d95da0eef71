import "fake-indexeddb/auto";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { createHistoryDisk, readKeptPerson, wipeHistory, writeKeptPerson } from "./history-disk.ts";
import type { KeptConversation } from "./history-record.ts";
import { setSharedComputer } from "./shared-computer.ts";
import { alice, bob, conversation, conversationId } from "./testing/conversations.ts";

const person = (userId: string) => ({ userId, name: "Somebody", role: "student" as const });
const kept = (userId: string, number: number): KeptConversation => ({
  userId,
  id: conversationId(number),
  conversation: conversation(1, { id: conversationId(number) }),
  messages: [],
  hasOlder: false,
  rev: 1,
});
const idsOf = async (userId: string) => (await createHistoryDisk(userId).all()).map(({ id }) => id);

beforeEach(() => {
  const stored = new Map<string, string>();
  vi.stubGlobal("localStorage", {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, value: string) => stored.set(key, value),
    removeItem: (key: string) => stored.delete(key),
  });
});
afterEach(async () => {
  setSharedComputer(false);
  await wipeHistory(() => true);
  vi.unstubAllGlobals();
});

it("keeps each person's conversations apart, and knows who was here last", async () => {
  await writeKeptPerson(person(alice));
  const disk = createHistoryDisk(alice);
  await disk.put(kept(alice, 1));
  await disk.put(kept(alice, 2));
  expect(await idsOf(alice)).toEqual([conversationId(1), conversationId(2)]);
  expect(await idsOf(bob)).toEqual([]);
  expect(await readKeptPerson()).toEqual(person(alice));
  await writeKeptPerson(person(bob));
  expect(await readKeptPerson()).toEqual(person(bob));
});

it("lets go of what is no longer among the newest", async () => {
  await writeKeptPerson(person(alice));
  const disk = createHistoryDisk(alice);
  for (const number of [1, 2, 3]) await disk.put(kept(alice, number));
  await disk.keepOnly([conversationId(2)]);
  expect(await idsOf(alice)).toEqual([conversationId(2)]);
});

it("forgets whoever goes, and writes nothing of them that comes too late", async () => {
  await writeKeptPerson(person(alice));
  const disk = createHistoryDisk(alice);
  await disk.put(kept(alice, 1));
  await wipeHistory((userId) => userId === alice);
  await disk.put(kept(alice, 2));
  expect(await idsOf(alice)).toEqual([]);
  expect(await readKeptPerson()).toBeUndefined();
});

it("keeps nothing on a shared computer, and shows nothing there", async () => {
  await writeKeptPerson(person(alice));
  await createHistoryDisk(alice).put(kept(alice, 1));
  setSharedComputer(true);
  await writeKeptPerson(person(bob));
  await createHistoryDisk(alice).put(kept(alice, 2));
  expect(await readKeptPerson()).toBeUndefined();
  expect(await createHistoryDisk(alice).one(conversationId(1))).toBeUndefined();
  setSharedComputer(false);
  expect(await idsOf(alice)).toEqual([conversationId(1)]);
  expect(await readKeptPerson()).toEqual(person(alice));
});
