import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import type { Answer, ErrorCode } from "#lib/contract/errors.ts";
import type { SendReceipt } from "#lib/contract/messages.ts";
import { createOutbox } from "./outbox.ts";
import type { OutboxEntry } from "./outbox-entry.ts";
import { timeOf } from "./testing/conversations.ts";
import { modelRuns } from "./testing/model-runs.ts";
import { createBrowser, type Pace } from "./testing/outbox-tabs.ts";

/**
 * A browser with any number of tabs, a server, and a network between them that loses and delays as it likes: fast-check
 * chooses what people and machines do, and in which order everything that takes time comes to its end.
 */

const CONVERSATIONS = ["here", "there"] as const;
/** A text that holds it is refused for good. */
const REFUSED = "refused";

type Server = ReturnType<typeof createServer>;

/** Stores each id once, in the order of arrival. */
const createServer = () => {
  const stored: OutboxEntry[] = [];
  const refused = new Set<string>();
  let received = 0;
  return {
    stored,
    refused,
    received: () => received,
    receive: (entry: OutboxEntry): Answer<SendReceipt> => {
      received += 1;
      if (entry.content.startsWith(REFUSED)) {
        refused.add(entry.messageId);
        return refusal("content_rejected", false);
      }
      const isDuplicate = stored.some(({ messageId }) => messageId === entry.messageId);
      if (!isDuplicate) stored.push(entry);
      const { conversationId, messageId } = entry;
      const data = { conversationId, messageId, seq: 1, rev: 1, status: "sent" as const, createdAt: timeOf(1) };
      return { ok: true, data: { ...data, duplicate: isDuplicate } };
    },
  };
};

const refusal = (code: ErrorCode, retryable: boolean, retryAfterMs?: number): Answer<SendReceipt> => ({
  ok: false,
  error: { code, message: code, retryable, ...(retryAfterMs === undefined ? {} : { retryAfterMs }) },
});

/** What the network does to one try. */
const fates = ["arrives", "request lost", "answer lost", "limited"] as const;
type Fate = (typeof fates)[number];

type World = {
  browser: ReturnType<typeof createBrowser>;
  server: Server;
  pace: Pace;
  tabs: Tab[];
  network: { isUp: boolean; fates: Fate[] };
  /** What was said to be waiting: the promise that must be kept. */
  promised: { messageId: string; conversationId: string; isRefused: boolean }[];
  retried: Set<string>;
  discarded: Set<string>;
  written: number;
  flights: { conversationId: string; isOver: () => boolean }[];
  /** Conversations of which more than one message was under way. */
  crowds: string[];
};

type Tab = ReturnType<typeof openTab>;

const sendOver = async ({ server, pace, network }: World, entry: OutboxEntry): Promise<Answer<SendReceipt>> => {
  const fate = network.isUp ? (network.fates.shift() ?? "arrives") : "request lost";
  await pace(undefined);
  if (fate === "request lost") return refusal("unavailable", true);
  if (fate === "limited") return refusal("rate_limited", true, 5_000);
  const answer = server.receive(entry);
  await pace(undefined);
  return fate === "answer lost" ? refusal("unavailable", true) : answer;
};

/** Of the tabs that live one sends, and one message of a conversation at a time. */
const alone = async <Value>(
  { flights, crowds }: World,
  isCrashed: () => boolean,
  { conversationId }: OutboxEntry,
  fly: () => Promise<Value>,
): Promise<Value> => {
  let hasLanded = false;
  const others = flights.filter((flight) => flight.conversationId === conversationId && !flight.isOver());
  flights.push({ conversationId, isOver: () => hasLanded || isCrashed() });
  if (others.length > 0) crowds.push(conversationId);
  const landed = await fly();
  hasLanded = true;
  return landed;
};

const openTab = (world: World) => {
  const { browser, promised } = world;
  const { store, tabs, isCrashed, crash } = browser.openTab();
  const outbox = createOutbox({
    send: async (entry) => {
      const answer = await alone(world, isCrashed, entry, () => sendOver(world, entry));
      // What has been sent arrives whether or not the tab is still there; who asked for it may be no more.
      return isCrashed() ? new Promise(() => undefined) : answer;
    },
    store,
    tabs,
    onStored: () => undefined,
    onChange: (entries) => {
      for (const { messageId, conversationId, state, content } of entries) {
        const isKnown = promised.some((one) => one.messageId === messageId);
        if (state === "keeping" || isKnown || isCrashed()) continue;
        promised.push({ messageId, conversationId, isRefused: content.startsWith(REFUSED) });
      }
    },
    onRefused: () => undefined,
    newId: () => {
      world.written += 1;
      return `id-${world.written}`;
    },
    random: () => 0.5,
  });
  void outbox.start();
  return { outbox, isCrashed, crash };
};

type Step =
  | { do: "add"; tab: number; conversation: number; isBad: boolean; isChange: boolean }
  | { do: "crash" | "close" | "retry" | "discard" | "wake"; tab: number }
  | { do: "open" | "up" | "down" | "wait" }
  | { do: "fates"; fates: Fate[] };

const tab = fc.nat({ max: 2 });
const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    {
      weight: 6,
      arbitrary: fc.record({
        do: fc.constant("add" as const),
        tab,
        conversation: fc.nat({ max: 1 }),
        isBad: fc.boolean(),
        isChange: fc.boolean(),
      }),
    },
    { weight: 2, arbitrary: fc.record({ do: fc.constantFrom("crash" as const, "close" as const), tab }) },
    { weight: 2, arbitrary: fc.record({ do: fc.constantFrom("retry" as const, "discard" as const, "wake" as const), tab }) },
    {
      weight: 4,
      arbitrary: fc.record({ do: fc.constantFrom("open" as const, "up" as const, "down" as const, "wait" as const) }),
    },
    {
      weight: 3,
      arbitrary: fc.record({ do: fc.constant("fates" as const), fates: fc.array(fc.constantFrom(...fates), { maxLength: 4 }) }),
    },
  ),
  { minLength: 4, maxLength: 24 },
);

const oneOf = (world: World, index: number): Tab | undefined => {
  const open = world.tabs.filter(({ isCrashed }) => !isCrashed());
  return open[index % Math.max(1, open.length)];
};

const failedIn = ({ outbox }: Tab) => outbox.entries().find(({ state }) => state === "failed")?.messageId;

const take = (world: World, step: Step): void => {
  const chosen = "tab" in step ? oneOf(world, step.tab) : undefined;
  const failed = chosen && failedIn(chosen);
  switch (step.do) {
    case "add":
      chosen?.outbox.add({
        conversationId: CONVERSATIONS[step.conversation] ?? "here",
        content: `${step.isBad ? REFUSED : "text"} ${world.written}`,
        ...(step.isChange ? { change: { kind: "edit" as const, of: "some message" } } : {}),
      });
      break;
    case "crash":
      chosen?.crash();
      break;
    case "close":
      chosen?.outbox.stop();
      break;
    case "retry":
      if (failed) world.retried.add(failed);
      if (failed) chosen?.outbox.retry(failed);
      break;
    case "discard":
      if (failed && chosen?.outbox.discard(failed)) world.discarded.add(failed);
      break;
    case "wake":
      chosen?.outbox.wake();
      break;
    case "open":
      world.tabs.push(openTab(world));
      break;
    case "up":
    case "down":
      world.network.isUp = step.do === "up";
      break;
    case "fates":
      world.network.fates.push(...step.fates);
      break;
    case "wait":
      vi.advanceTimersByTime(40_000);
  }
};

/** The end of every story: the network is there for good, and one page of the inbox is open. */
const bringHome = async (world: World, letPass: () => Promise<void>): Promise<Tab> => {
  world.network.isUp = true;
  world.network.fates = [];
  const last = openTab(world);
  world.tabs.push(last);
  for (let round = 0; round < 12; round += 1) {
    await letPass();
    vi.advanceTimersByTime(60_000);
  }
  await letPass();
  return last;
};

const orderOf = (ids: readonly string[], among: readonly string[]): string[] => ids.filter((id) => among.includes(id));

const check = ({ crowds, server, promised, retried, discarded, browser }: World, last: Tab): void => {
  expect(crowds, "one is under way at a time").toEqual([]);
  const storedIds = server.stored.map(({ messageId }) => messageId);
  expect(new Set(storedIds).size, "each is stored once").toBe(storedIds.length);
  const waiting = last.outbox.entries();
  for (const { messageId, isRefused } of promised) {
    if (discarded.has(messageId)) continue;
    if (isRefused) expect(waiting.find((entry) => entry.messageId === messageId)?.state, "refused ones stay").toBe("failed");
    else expect(storedIds, "none is lost").toContain(messageId);
  }
  expect(
    waiting.filter(({ state }) => state !== "failed"),
    "nothing is left waiting",
  ).toEqual([]);
  expect([...browser.disk.keys()].sort(), "the disk holds what is shown").toEqual(waiting.map((entry) => entry.messageId).sort());
  for (const conversationId of CONVERSATIONS) {
    const written = promised.filter((one) => one.conversationId === conversationId && !retried.has(one.messageId));
    const ids = written.filter(({ isRefused }) => !isRefused).map(({ messageId }) => messageId);
    const order = orderOf(
      browser.written.map(({ messageId }) => messageId),
      ids,
    );
    expect(orderOf(storedIds, order), "in the order of writing").toEqual(order);
  }
};

const runStory = async (scheduler: fc.Scheduler, story: readonly Step[]): Promise<World> => {
  const pace: Pace = (value) => scheduler.schedule(Promise.resolve(value));
  const world: World = {
    browser: createBrowser(pace),
    server: createServer(),
    pace,
    tabs: [],
    network: { isUp: true, fates: [] },
    promised: [],
    retried: new Set(),
    discarded: new Set(),
    written: 0,
    flights: [],
    crowds: [],
  };
  world.tabs.push(openTab(world));
  for (const step of story) {
    take(world, step);
    for (let passed = 0; passed < 3 && scheduler.count() > 0; passed += 1) await scheduler.waitOne();
  }
  const last = await bringHome(world, () => scheduler.waitIdle());
  check(world, last);
  for (const { outbox } of world.tabs) outbox.stop();
  return world;
};

describe("whatever happens", () => {
  it("each message and each change is stored once, in its order, and none is lost", { timeout: 120_000 }, async () => {
    vi.useFakeTimers();
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), steps, async (scheduler, story) => {
        await runStory(scheduler, story);
      }),
      { numRuns: modelRuns(300) },
    );
    vi.useRealTimers();
  });
});
