import fc, { type Scheduler } from "fast-check";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Answer } from "#lib/contract/errors.ts";
import type { ServerEventMessage } from "#lib/contract/events.ts";
import { applyWindowAnswer } from "./apply-answer.ts";
import { applyEvent } from "./apply-event.ts";
import { createCatchUp } from "./catch-up.ts";
import { createIdleCheck } from "./idle-check.ts";
import { behind, type InboxState } from "./inbox-state.ts";
import { createLiveCache } from "./live-cache.ts";
import { createQueryClient } from "./query-client.ts";
import { cursorsOf } from "./sync-cursors.ts";
import { alice, conversationId } from "./testing/conversations.ts";
import { ModelServer, type Step, takeAnswers } from "./testing/model-server.ts";
import type { Thread } from "./thread.ts";

/** More schedules with `SYNC_RUNS=2000`. */
// biome-ignore lint/style/noProcessEnv: how long a test runs is no setting of the product
const RUNS = Number(process.env.SYNC_RUNS ?? 300);
/** A lost broadcast is back within this. */
const HEALED_S = 30;
/** So few messages fit into a change, and into a window that is read anew, that both run over. */
const MOST = 4;

const ids = [1, 2, 3].map(conversationId);
const unavailable = { ok: false, error: { code: "unavailable", message: "", retryable: true } } as const;

type Fate = "comes" | "is lost" | "comes twice";

/** A tab and a server, and between them a net in which everything takes as long as the scheduler likes. */
const createWorld = (net: Scheduler, fate: () => Fate) => {
  const server = new ModelServer(ids, { most: MOST });
  const live = createLiveCache(createQueryClient(), alice);
  live.update((state) => takeAnswers(state, server.answers(), state));
  let line = 1;
  let isJoined = true;
  let isOnline = true;

  const travel = (): Promise<void> => net.schedule(Promise.resolve());
  const asking = async <Data>(question: () => Data): Promise<Answer<Data>> => {
    const on = line;
    await travel();
    const data = question();
    await travel();
    return on === line && isOnline ? { ok: true, data } : unavailable;
  };

  const readWindow = async (id: string): Promise<null> => {
    const since = live.state();
    await travel();
    const { messages, hasOlder } = server.window(id, MOST);
    await travel();
    const page = { messages, hasMore: hasOlder, nextCursor: null };
    live.update((state) => applyWindowAnswer(state, id, { page, hasOlder, hasNewer: false }, since));
    return null;
  };

  const catchUp = createCatchUp({
    live,
    requests: { readWindow, readConversation: async () => null },
    sync: (cursors) => asking(() => server.sync(cursors)),
    isConnected: () => isOnline,
  });
  const idleCheck = createIdleCheck({
    live,
    ask: () => asking(() => server.check()),
    isConnected: () => isOnline,
    onDoubt: catchUp.doubt,
  });
  idleCheck.wake();

  const tell = async (news: ServerEventMessage): Promise<void> => {
    if (!isJoined) return;
    const on = line;
    await travel();
    if (on === line) live.update((state) => applyEvent(state, news));
  };

  return {
    server,
    state: live.state,
    does: (step: Step): void => {
      const copies = { comes: 1, "is lost": 0, "comes twice": 2 }[fate()];
      for (const news of server.step(step)) for (let copy = 0; copy < copies; copy += 1) void tell(news);
    },
    loses: (): void => {
      line += 1;
      isJoined = false;
      isOnline = false;
    },
    connects: async (): Promise<void> => {
      line += 1;
      isJoined = true;
      const on = line;
      const asked = cursorsOf(live.state());
      const payload = { ...server.sync(asked), userId: alice, deviceId: "", status: "resumed" as const, heldMessages: 0 };
      await travel();
      if (on !== line) return;
      live.update((state) => applyEvent(state, { event: "session:ready", payload }, asked));
      isOnline = true;
      catchUp.wake();
      idleCheck.wake();
    },
    isOnline: () => isOnline,
    stop: (): void => {
      catchUp.stop();
      idleCheck.stop();
    },
  };
};

type World = ReturnType<typeof createWorld>;

const share = fc.nat(100);
const place = { in: fc.nat(2), who: fc.nat(1) };
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ do: fc.constant("send" as const), ...place }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constantFrom("deliver" as const, "read" as const), ...place, share }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constantFrom("edit" as const, "delete" as const), in: fc.nat(2), share }) },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constantFrom("rename" as const, "pin" as const, "archive" as const, "mark" as const),
      in: fc.nat(2),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constantFrom("remove" as const, "return" as const), in: fc.nat(2) }) },
);
const steps = fc.array(step, { maxLength: 30 });
type Action = Step | "lose" | "connect" | "wait";
const action: fc.Arbitrary<Action> = fc.oneof(
  { weight: 8, arbitrary: step },
  { weight: 1, arbitrary: fc.constantFrom("lose" as const, "connect" as const, "wait" as const) },
);
const fates = fc.infiniteStream(
  fc.oneof(
    { weight: 6, arbitrary: fc.constant<Fate>("comes") },
    { weight: 2, arbitrary: fc.constant<Fate>("is lost") },
    { weight: 1, arbitrary: fc.constant<Fate>("comes twice") },
  ),
);

/**
 * What a person can see; of the messages only what `held` has: a conversation that was taken away and given back is read when
 * it is opened, and a window that was read anew may be shorter than another.
 */
const shown = ({ conversations, lists, threads, totalUnread }: InboxState, held: InboxState) => {
  const newest = ([id, { messages: there }]: [string, Thread]) => {
    const { messages = [], early = [] } = threads[id] ?? {};
    return [id, [...messages.slice(messages.length - there.length), ...early]];
  };
  return {
    conversations,
    lists: lists.map(({ filter, ids: listed }) => [filter, listed]),
    totalUnread,
    messages: Object.fromEntries(Object.entries(held.threads).map(newest)),
  };
};

const seconds = async (net: Scheduler, count: number): Promise<void> => {
  for (let second = 0; second < count; second += 1) {
    await vi.advanceTimersByTimeAsync(1_000);
    await net.waitIdle();
  }
};

const isHealed = async (net: Scheduler, world: World): Promise<void> => {
  await net.waitIdle();
  await seconds(net, HEALED_S);
  const held = world.state();
  expect(shown(held, held)).toEqual(shown(world.server.fetch(), held));
  expect(behind(held)).toEqual([]);
};

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe("what is held half a minute after the last event equals what a fresh fetch gives", () => {
  it("whatever of it was lost, doubled, late or out of order, and whenever the line was cut", async () => {
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), fc.array(action, { maxLength: 40 }), fates, async (net, actions, luck) => {
        const world = createWorld(net, () => luck.next().value ?? "comes");
        for (const one of actions) {
          if (one === "lose") world.loses();
          else if (one === "connect") void world.connects();
          else if (one === "wait") await vi.advanceTimersByTimeAsync(400);
          else world.does(one);
          if (net.count() > 0) await net.waitNext(1);
        }
        if (!world.isOnline()) void world.connects();
        await isHealed(net, world);
        world.stop();
      }),
      { numRuns: RUNS },
    );
  }, 120_000);

  it("when all came but the very last, after which nothing comes that would give it away", async () => {
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), steps, step, async (net, done, last) => {
        let fate: Fate = "comes";
        const world = createWorld(net, () => fate);
        for (const one of done) world.does(one);
        await isHealed(net, world);
        fate = "is lost";
        world.does(last);
        await isHealed(net, world);
        world.stop();
      }),
      { numRuns: RUNS },
    );
  }, 120_000);

  it("when more was missed than fits into a change", async () => {
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), steps, fc.array(step, { minLength: 20, maxLength: 40 }), async (net, done, missed) => {
        const world = createWorld(net, () => "comes");
        for (const one of done) world.does(one);
        await net.waitIdle();
        world.loses();
        for (const one of missed) world.does(one);
        void world.connects();
        await isHealed(net, world);
        world.stop();
      }),
      { numRuns: RUNS },
    );
  }, 120_000);

  /** A world in which what travels arrives in the order that is told. */
  const createOrdered = () => {
    const waiting: (() => void)[] = [];
    const pass = async (order: readonly number[]): Promise<void> => {
      const passing = order.map((index) => waiting[index]);
      waiting.length = 0;
      for (const goesOn of passing) {
        goesOn?.();
        await vi.advanceTimersByTimeAsync(0);
      }
    };
    const net = {
      schedule: () => new Promise<void>((resolve) => waiting.push(resolve)),
      waitIdle: async () => {
        while (waiting.length > 0) await pass([...waiting.keys()]);
      },
    } as unknown as Scheduler;
    return { net, pass, world: createWorld(net, () => "comes") };
  };

  it.each<[string, Step, Step]>([
    ["has a new title", { do: "rename", in: 0 }, { do: "send", in: 0, who: 1 }],
    ["has a new message", { do: "send", in: 0, who: 0 }, { do: "delete", in: 0, share: 0 }],
  ])("when a view that alone %s is read before a message is told, and comes behind it", async (_, missed, told) => {
    const { net, pass, world } = createOrdered();
    world.does({ do: "send", in: 0, who: 1 });
    await isHealed(net, world);
    world.loses();
    world.does(missed);
    void world.connects();
    world.does(told);
    await pass([1, 2, 0]);
    await isHealed(net, world);
    world.stop();
  });
});
