import "fake-indexeddb/auto";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { readDraft, writeDraft } from "./drafts.ts";
import { countUnsent, finishForgetting, forgetAfter, forgetOthers } from "./forget.ts";
import { createDiskStore } from "./outbox-disk.ts";
import { isSharedComputer, setSharedComputer } from "./shared-computer.ts";
import { writeStored } from "./storage.ts";
import { alice, bob, conversationId, timeOf } from "./testing/conversations.ts";
import { hasUploads } from "./upload.ts";
import { createUploadDisk } from "./upload-disk.ts";

const here = conversationId();

/** Both have something waiting and something half written in this browser. */
const bothWrite = async (): Promise<void> => {
  for (const userId of [alice, bob]) {
    const text = { conversationId: here, messageId: "id", content: "waits", replyTo: null, files: [], writtenAt: timeOf(1) };
    await createDiskStore(userId).append({ ...text, state: "pending", error: null, heldUntil: null, order: null });
    writeDraft(userId, here, "half written");
  }
};
const leftOf = async (userId: string) => [await countUnsent(userId), readDraft(userId, here)];

const everything = [1, "half written"];
const nothing = [0, ""];

beforeEach(async () => {
  const kept: Record<string, string> = {};
  const methods = {
    getItem: (key: string) => kept[key] ?? null,
    setItem: (key: string, value: string) => Object.assign(kept, { [key]: value }),
    removeItem: (key: string) => Reflect.deleteProperty(kept, key),
  };
  // As in a browser, where the names of what is kept are the storage's own properties.
  vi.stubGlobal("localStorage", new Proxy(kept, { get: (_, name) => Reflect.get(methods, name) ?? kept[String(name)] }));
  await bothWrite();
});

describe("files that wait", () => {
  it("go with their person", async () => {
    const kept = { key: "k", conversationId: here, messageId: null, attachmentId: null, kind: "image" as const, name: "a.jpg" };
    const [hers, his] = [createUploadDisk(alice), createUploadDisk(bob)];
    for (const disk of [hers, his])
      await disk.add(
        { ...kept, byteSize: 1, width: null, height: null, durationMs: null, address: null, at: 0 },
        new Blob(["a"]),
      );
    await forgetAfter(alice, async () => undefined);
    expect([hasUploads(alice), hasUploads(bob)]).toEqual([false, true]);
    expect([await hers.all(), (await his.all()).length]).toEqual([[], 1]);
  });
});

describe("forgetAfter", () => {
  it("forgets who has left, and the shared computer, and nobody else", async () => {
    setSharedComputer(true);
    await forgetAfter(alice, async () => undefined);
    expect(await leftOf(alice)).toEqual(nothing);
    expect(await leftOf(bob)).toEqual(everything);
    expect(isSharedComputer()).toBe(false);
  });

  it("forgets nothing when leaving has failed", async () => {
    await expect(forgetAfter(alice, () => Promise.reject(new Error("offline")))).rejects.toThrow("offline");
    await finishForgetting();
    expect(await leftOf(alice)).toEqual(everything);
  });

  it("is finished by the next page when this one went away and cut the answer off", async () => {
    const page = new EventTarget();
    vi.stubGlobal("window", page);
    const cutOff = async (): Promise<void> => {
      page.dispatchEvent(new Event("beforeunload"));
      throw new Error("cut off");
    };
    await expect(forgetAfter(alice, cutOff)).rejects.toThrow("cut off");
    vi.stubGlobal("window", undefined);
    await finishForgetting();
    expect(await leftOf(alice)).toEqual(nothing);
  });

  it("is finished by the next page when this one was closed in the middle", async () => {
    void forgetAfter(alice, () => new Promise(() => undefined));
    expect(await leftOf(alice)).toEqual(everything);
    await finishForgetting();
    expect(await leftOf(alice)).toEqual(nothing);
  });
});

describe("forgetOthers", () => {
  it("lets go of whoever was here before, and keeps what is one's own", async () => {
    await forgetOthers(bob);
    expect(await leftOf(alice)).toEqual(nothing);
    expect(await leftOf(bob)).toEqual(everything);
  });
});

describe("on a shared computer", () => {
  it("nothing more is kept, and what was kept is still there to be sent", async () => {
    setSharedComputer(true);
    writeStored("uninest:draft:other", null);
    const store = createDiskStore(alice);
    const next = { conversationId: here, messageId: "next", content: "secret", replyTo: null, files: [], writtenAt: timeOf(2) };
    expect(await store.append({ ...next, state: "pending", error: null, heldUntil: null, order: null })).toBeNull();
    writeDraft(alice, here, "secret");
    expect(readDraft(alice, here)).toBe("secret");
    expect(JSON.stringify(localStorage)).not.toContain("secret");
    expect((await store.load()).map(({ messageId }) => messageId)).toEqual(["id"]);
  });
});
