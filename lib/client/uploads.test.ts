import "fake-indexeddb/auto";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { ApiError } from "./api.ts";
import { conversationId } from "./testing/conversations.ts";
import { createUploadWorld, openUploadTab } from "./testing/upload-tabs.ts";
import type { createUploadDisk } from "./upload-disk.ts";

const here = conversationId();
const photo = (name = "desk.jpg") => new File(["a picture"], name, { type: "image/jpeg" });

/** fake-indexeddb answers by macrotasks. */
const until = (isSo: () => boolean) => expect.poll(isSo, { interval: 2 }).toBe(true);
const whenKept = async ({ disk }: { disk: ReturnType<typeof createUploadDisk> }, count: number) =>
  expect.poll(() => disk.all(), { interval: 2 }).toHaveLength(count);

beforeEach(() => {
  const kept: Record<string, string> = {};
  vi.stubGlobal("localStorage", {
    getItem: (key: string) => kept[key] ?? null,
    setItem: (key: string, value: string) => Object.assign(kept, { [key]: value }),
    removeItem: (key: string) => Reflect.deleteProperty(kept, key),
  });
});
afterEach(() => void vi.unstubAllGlobals());

describe("files of a message", () => {
  it("are uploaded before anybody presses send, and go out with the message in their order", async () => {
    const world = createUploadWorld();
    const { uploads, runs, send, tiles, page } = await openUploadTab(world);
    uploads.choose(here, [photo("a.jpg"), photo("b.jpg")]);
    expect(runs.map(({ name }) => name)).toEqual(["a.jpg", "b.jpg"]);
    runs[1]?.arrive("id of b");
    runs[0]?.arrive("id of a");
    await until(() => tiles().join() === "a.jpg done,b.jpg done");
    send("both");
    await until(() => world.sent.length === 1);
    expect(world.sent[0]?.files.map(({ attachmentId }) => attachmentId)).toEqual(["id of a", "id of b"]);
    await until(() => page.getState().uploads.length === 0);
    expect(world.dropped).toEqual([]);
  });

  it("hold their message until they are there, and what was written after it too", async () => {
    const world = createUploadWorld();
    const { uploads, runs, send, waiting, outbox, tiles } = await openUploadTab(world);
    uploads.choose(here, [photo()]);
    send("with it");
    outbox.add({ conversationId: here, content: "after it" });
    await until(() => tiles().join() === "desk.jpg running of a message");
    await until(() => waiting().join() === "with it pending,after it pending");
    expect(world.sent).toEqual([]);
    runs[0]?.arrive("id");
    await until(() => waiting().length === 0);
    expect(world.sent.map(({ content }) => content)).toEqual(["with it", "after it"]);
  });

  it("go on from where they were after a crash, at the composer and of a message", async () => {
    const world = createUploadWorld();
    const first = await openUploadTab(world);
    first.uploads.choose(here, [photo("sent.jpg")]);
    first.send("waits");
    first.uploads.choose(here, [photo("stands.jpg")]);
    await until(() => first.waiting().join() === "waits pending");
    await whenKept(first, 2);
    await expect.poll(async () => (await first.disk.all()).every(({ address }) => address), { interval: 2 }).toBe(true);
    first.crash();

    const second = await openUploadTab(world);
    await until(() => second.tiles().toSorted().join() === "sent.jpg running of a message,stands.jpg running");
    expect(second.runs.map(({ address }) => address).toSorted()).toEqual(["/api/uploads/sent.jpg", "/api/uploads/stands.jpg"]);
    second.runs.find(({ name }) => name === "sent.jpg")?.arrive("id");
    await until(() => world.sent.length === 1 && second.tiles().join() === "stands.jpg running");
  });

  it("are one tab's; another one takes them over when that is gone", async () => {
    const world = createUploadWorld();
    const first = await openUploadTab(world);
    const second = await openUploadTab(world);
    first.uploads.choose(here, [photo()]);
    first.send("waits");
    await until(() => second.waiting().join() === "waits pending");
    await whenKept(first, 1);
    expect([second.tiles(), second.runs]).toEqual([[], []]);
    first.crash();
    await until(() => second.runs.length === 1);
    second.runs[0]?.arrive("id");
    await until(() => world.sent.length === 1);
    expect(world.sent[0]?.files[0]?.attachmentId).toBe("id");
  });

  it("stand at the composer of the tab that chose them, and of no other as long as that is there", async () => {
    const world = createUploadWorld();
    const first = await openUploadTab(world);
    first.uploads.choose(here, [photo()]);
    await whenKept(first, 1);
    const second = await openUploadTab(world);
    expect([second.tiles(), second.runs]).toEqual([[], []]);
    first.crash();
    const third = await openUploadTab(world);
    await until(() => third.tiles().join() === "desk.jpg running");
  });

  it("that are refused fail their message with the reason, and let the next one pass; 'Try again' tries them again", async () => {
    const world = createUploadWorld();
    const { uploads, runs, send, outbox, waiting } = await openUploadTab(world);
    uploads.choose(here, [photo("bad.jpg"), photo("good.jpg")]);
    const messageId = send("both");
    outbox.add({ conversationId: here, content: "next" });
    runs[1]?.arrive("id of good");
    runs[0]?.refuse(new ApiError("content_rejected", { message: "no picture" }));
    await until(() => waiting().join() === "both failed");
    expect(world.sent.map(({ content }) => content)).toEqual(["next"]);
    const [failed] = outbox.entries();
    expect(failed?.error).toMatchObject({ code: "content_rejected", message: "no picture", details: { file: "bad.jpg" } });
    outbox.retry(messageId);
    await until(() => runs.length === 3);
    runs[2]?.arrive("id of bad");
    await until(() => world.sent.length === 2);
    expect(world.sent[1]?.files.map(({ attachmentId }) => attachmentId)).toEqual(["id of bad", "id of good"]);
  });

  it("stand at the composer again when their message is taken back", async () => {
    const world = createUploadWorld();
    const { uploads, runs, send, outbox, tiles, waiting } = await openUploadTab(world);
    uploads.choose(here, [photo("bad.jpg"), photo("good.jpg")]);
    const messageId = send("both");
    runs[1]?.arrive("id");
    runs[0]?.refuse(new ApiError("content_rejected"));
    await until(() => waiting().join() === "both failed");
    const [entry] = outbox.entries();
    if (entry) uploads.giveBack(entry, false);
    outbox.discard(messageId);
    await until(() => tiles().join() === "bad.jpg refused,good.jpg done");
    expect(world.dropped).toEqual([]);
  });

  it("that the server has no longer are uploaded anew with 'Try again'", async () => {
    const world = createUploadWorld();
    let isLost = true;
    const refusal = { code: "validation_failed" as const, message: "", retryable: false };
    const { uploads, runs, send, outbox, waiting } = await openUploadTab(world, () =>
      isLost ? { ok: false, error: refusal } : undefined,
    );
    uploads.choose(here, [photo()]);
    const messageId = send("old");
    runs[0]?.arrive("id that is gone");
    await until(() => waiting().join() === "old failed" && outbox.entries()[0]?.files[0]?.attachmentId === null);
    expect(runs).toHaveLength(1);
    isLost = false;
    outbox.retry(messageId);
    await until(() => runs.length === 2);
    expect(runs[1]?.address).toBeNull();
    runs[1]?.arrive("new id");
    await until(() => waiting().length === 0);
    expect(world.sent.at(-1)?.files[0]?.attachmentId).toBe("new id");
  });

  it("that nobody wants go here and there, and what cannot be sent never travels", async () => {
    const world = createUploadWorld();
    const app = await openUploadTab(world);
    app.uploads.choose(here, [photo(), new File(["MZ"], "setup.exe")]);
    expect(app.tiles()).toEqual(["desk.jpg running", "setup.exe refused"]);
    expect(app.runs).toHaveLength(1);
    await whenKept(app, 1);
    for (const { key } of app.page.getState().uploads) app.uploads.remove(key);
    expect(app.tiles()).toEqual([]);
    expect(world.dropped).toEqual(["/api/uploads/desk.jpg"]);
    await whenKept(app, 0);
    app.uploads.choose(here, [photo("second.jpg")]);
    const messageId = app.send("never mind");
    await until(() => app.waiting().join() === "never mind pending");
    const [entry] = app.outbox.entries();
    if (entry) app.uploads.throwAway(entry);
    app.outbox.discard(messageId);
    await whenKept(app, 0);
    expect([app.tiles(), app.waiting(), world.sent]).toEqual([[], [], []]);
    expect(world.dropped.at(-1)).toBe("/api/uploads/second.jpg");
  });

  it("are at most ten in one message, and those that are too many say so", async () => {
    const { uploads, runs, tiles } = await openUploadTab(createUploadWorld());
    uploads.choose(
      here,
      Array.from({ length: 20 }, (_, index) => photo(`${index}.jpg`)),
    );
    expect(tiles().filter((tile) => tile.endsWith("refused"))).toEqual(["10.jpg refused", "11.jpg refused", "12.jpg refused"]);
    expect(tiles()).toHaveLength(13);
    expect(runs).toHaveLength(2);
  });

  it("of which nothing is left fail their message instead of holding it for ever", async () => {
    const world = createUploadWorld();
    const first = await openUploadTab(world);
    first.uploads.choose(here, [photo()]);
    first.send("waits");
    await until(() => first.waiting().join() === "waits pending");
    await whenKept(first, 1);
    const [kept] = await first.disk.all();
    await first.disk.remove(kept?.key ?? "");
    first.crash();
    const second = await openUploadTab(world);
    await until(() => second.waiting().join() === "waits failed");
    expect(second.outbox.entries()[0]?.error?.details).toEqual({ file: "desk.jpg", why: "lost" });
  });
});
