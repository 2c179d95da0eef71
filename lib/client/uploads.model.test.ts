import "fake-indexeddb/auto";
import fc from "fast-check";
import { expect, it, vi } from "vitest";
import { ApiError } from "./api.ts";
import { conversationId } from "./testing/conversations.ts";
import { modelRuns } from "./testing/model-runs.ts";
import { createUploadWorld, openUploadTab } from "./testing/upload-tabs.ts";

/**
 * Tabs that choose files, send and crash, and a line that breaks, in whichever order. At the end the line stays, and somebody presses
 * 'Try again' below whatever has failed: then each message is with the server once, with all its files in their order, and nothing is
 * left behind; unless a tab died before a file of it was kept. That is said, and holds up nothing.
 */

const here = conversationId();
type Tab = Awaited<ReturnType<typeof openUploadTab>>;

const step = fc.oneof(
  fc.record({ does: fc.constant("choose" as const), tab: fc.nat(1), count: fc.integer({ min: 1, max: 3 }) }),
  fc.record({ does: fc.constant("send" as const), tab: fc.nat(1) }),
  fc.record({ does: fc.constantFrom("arrive" as const, "break" as const, "refuse" as const), tab: fc.nat(1), at: fc.nat(9) }),
  fc.record({ does: fc.constantFrom("crash" as const, "wake" as const), tab: fc.nat(1) }),
  fc.constant({ does: "wait" as const, tab: 0 }),
);
type Step = typeof step extends fc.Arbitrary<infer One> ? One : never;

/** Lets the disk, which answers by macrotasks, and everything behind it come to rest. */
const rest = async (): Promise<void> => {
  for (let turn = 0; turn < 60; turn += 1) await new Promise((resolve) => setImmediate(resolve));
};

const play = async (steps: readonly Step[]) => {
  const world = createUploadWorld();
  const tabs: Tab[] = [await openUploadTab(world), await openUploadTab(world)];
  /** Messages by their text, with the names of their files, and whether all of it was kept before anything died. */
  const written = new Map<string, { files: string[]; isKept: boolean }>();
  const loose = new Set<string>();
  let made = 0;
  const act = async (given: Step): Promise<void> => {
    const tab = tabs[given.tab];
    if (!tab) return;
    if (given.does === "choose")
      tab.uploads.choose(
        here,
        Array.from({ length: given.count }, () => {
          made += 1;
          return new File(["a"], `${made}.jpg`, { type: "image/jpeg" });
        }),
      );
    if (given.does === "send") {
      const files = tab.tiles().flatMap((tile) => (/ (refused|of a message)/.test(tile) ? [] : [tile.split(" ")[0] ?? ""]));
      if (files.length > 0) {
        const text = `message ${written.size}`;
        written.set(text, { files, isKept: false });
        loose.add(text);
        tab.send(text);
      }
    }
    if ("at" in given) {
      const run = tab.runs[given.at];
      if (given.does === "arrive") run?.arrive(`id of ${run.name}`);
      if (given.does === "break") run?.refuse(new ApiError("unavailable"));
      if (given.does === "refuse") run?.refuse(new ApiError("content_rejected"));
    }
    if (given.does === "wake") tab.uploads.wake();
    if (given.does === "wait") {
      await rest();
      for (const text of loose) written.set(text, { files: written.get(text)?.files ?? [], isKept: true });
      loose.clear();
    }
    if (given.does === "crash") {
      tab.crash();
      loose.clear();
      tabs[given.tab] = await openUploadTab(world);
    }
  };
  for (const one of steps) await act(one);

  for (let turn = 0; turn < 8; turn += 1) {
    await rest();
    for (const tab of tabs) {
      tab.uploads.wake();
      for (const { name, arrive } of tab.runs) arrive(`id of ${name}`);
    }
    await rest();
    for (const { messageId, state } of tabs[0]?.outbox.entries() ?? []) if (state === "failed") tabs[0]?.outbox.retry(messageId);
  }
  await rest();
  return { world, tabs, written };
};

it("each message is sent once, with all its files, and nothing is left behind", async () => {
  const kept: Record<string, string> = {};
  vi.stubGlobal("localStorage", {
    getItem: (key: string) => kept[key] ?? null,
    setItem: (key: string, value: string) => Object.assign(kept, { [key]: value }),
    removeItem: (key: string) => Reflect.deleteProperty(kept, key),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 14 }), async (steps) => {
      const { world, tabs, written } = await play(steps);
      const sent = world.sent.map(({ content }) => content);
      expect(new Set(sent).size).toBe(sent.length);
      for (const { content, files } of world.sent)
        expect(files.map(({ attachmentId }) => attachmentId)).toEqual(written.get(content)?.files.map((name) => `id of ${name}`));
      for (const [text, { isKept }] of written) if (isKept) expect(sent).toContain(text);
      for (const tab of tabs) {
        for (const { error } of tab.outbox.entries()) expect(error?.details).toMatchObject({ why: "lost" });
        const ofMessages = tab.tiles().filter((tile) => tile.endsWith("of a message"));
        expect(ofMessages.length === 0 || tab.outbox.entries().length > 0).toBe(true);
      }
    }),
    { numRuns: modelRuns(40) },
  );
  vi.unstubAllGlobals();
}, 120_000);
