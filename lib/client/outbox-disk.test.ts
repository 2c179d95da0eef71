import "fake-indexeddb/auto";
import { openDB } from "idb";
import { beforeEach, describe, expect, it } from "vitest";
import { countKept, createDiskStore, wipeOutbox } from "./outbox-disk.ts";
import type { OutboxEntry } from "./outbox-entry.ts";
import { alice, bob, conversationId, timeOf } from "./testing/conversations.ts";

const entry = (messageId: string, given: Partial<OutboxEntry> = {}): OutboxEntry => ({
  conversationId: conversationId(),
  messageId,
  content: `text of ${messageId}`,
  replyTo: null,
  files: [],
  writtenAt: timeOf(1),
  state: "pending",
  error: null,
  heldUntil: null,
  order: null,
  ...given,
});
const idsOf = (entries: readonly OutboxEntry[]): string[] => entries.map(({ messageId }) => messageId);

beforeEach(() => wipeOutbox(() => true));

describe("createDiskStore", () => {
  it("gives everything back as it was, in the order in which it came", async () => {
    const store = createDiskStore(alice);
    const orders = [await store.append(entry("b")), await store.append(entry("a")), await store.append(entry("c"))];
    expect(await store.load()).toEqual([
      entry("b", { order: orders[0] ?? null }),
      entry("a", { order: orders[1] ?? null }),
      entry("c", { order: orders[2] ?? null }),
    ]);
  });

  it("puts one that comes again at the end, and has it once", async () => {
    const store = createDiskStore(alice);
    for (const id of ["a", "b", "a"]) await store.append(entry(id));
    expect(idsOf(await store.load())).toEqual(["b", "a"]);
  });

  it("changes what is there in its place, and brings back nothing that is gone", async () => {
    const store = createDiskStore(alice);
    for (const id of ["a", "b"]) await store.append(entry(id));
    await store.update(entry("a", { state: "failed", error: { code: "blocked", message: "no", retryable: false } }));
    await store.remove("b");
    await store.update(entry("b", { state: "failed" }));
    const kept = await store.load();
    expect(kept).toMatchObject([{ messageId: "a", state: "failed", error: { code: "blocked" } }]);
  });

  it("keeps changes, so that a page of a former build does not take one for a message", async () => {
    const store = createDiskStore(alice);
    const change = { kind: "react", of: "b" } as const;
    await store.append(entry("a", { content: "👍", change }));
    expect(await store.load()).toMatchObject([{ messageId: "a", content: "👍", change }]);
    const database = await openDB("uninest-outbox");
    expect((await database.getAll("entries")).map(({ content }) => content)).toEqual([undefined]);
    database.close();
  });

  it("keeps people apart", async () => {
    const [hers, his] = [createDiskStore(alice), createDiskStore(bob)];
    await hers.append(entry("a"));
    await his.append(entry("a"));
    await hers.remove("a");
    expect(idsOf(await hers.load())).toEqual([]);
    expect(idsOf(await his.load())).toEqual(["a"]);
  });

  it("drops what cannot be read, and goes on with the rest", async () => {
    const store = createDiskStore(alice);
    const order = await store.append(entry("a"));
    await store.append(entry("b"));
    const database = await openDB("uninest-outbox");
    await database.put("entries", { userId: alice, messageId: "a", order, state: "of another version" });
    database.close();
    expect(idsOf(await store.load())).toEqual(["b"]);
    expect(await countKept(alice)).toBe(1);
  });
});

describe("wipeOutbox", () => {
  it("lets go of those who leave, and of nobody else", async () => {
    await createDiskStore(alice).append(entry("a"));
    await createDiskStore(bob).append(entry("b"));
    await wipeOutbox((userId) => userId === alice);
    expect([await countKept(alice), await countKept(bob)]).toEqual([0, 1]);
  });
});
