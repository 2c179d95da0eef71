import fc, { type Scheduler } from "fast-check";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Answer } from "#lib/contract/errors.ts";
import type { Message } from "#lib/contract/messages.ts";
import { amendMessage } from "./amend.ts";
import { applyEvent } from "./apply-event.ts";
import { createCatchUp } from "./catch-up.ts";
import { createIdleCheck } from "./idle-check.ts";
import type { InboxState } from "./inbox-state.ts";
import { createLiveCache } from "./live-cache.ts";
import { createMessageChanges } from "./message-changes.ts";
import { createOutbox } from "./outbox.ts";
import type { OutboxEntry, Stored } from "./outbox-entry.ts";
import { createQueryClient } from "./query-client.ts";
import { sentMessage } from "./sent-message.ts";
import { cursorsOf } from "./sync-cursors.ts";
import { alice, bob, conversationId } from "./testing/conversations.ts";
import { modelRuns } from "./testing/model-runs.ts";
import { takeAnswers } from "./testing/model-server.ts";
import { OutboxServer, REFUSED } from "./testing/outbox-server.ts";
import { createBrowser } from "./testing/outbox-tabs.ts";
import { waitingChanges } from "./waiting-changes.ts";

/**
 * Alice's two devices, each with a line that comes and goes, bob, and the server: what is done without a network is merged when
 * the line is back, and all then hold what a fresh fetch gives.
 */

const here = conversationId(1);
const EMOJI = ["👍", "🏠"];
const self = { userId: alice, name: "Alice" };
const unavailable = { ok: false, error: { code: "unavailable", message: "", retryable: true } } as const;
type Fate = "arrives" | "request lost" | "answer lost";

/** One thing done to one message: what must hold of it in the end, if nobody else has done the like. */
type Deed = { device: object; of: string; what: string; wish: string };

const createWorld = (net: Scheduler) => {
  const server = new OutboxServer([here]);
  const fates: Fate[] = [];
  const deeds: Deed[] = [];
  const written: string[] = [];
  let made = 0;
  const travel = (): Promise<void> => net.schedule(Promise.resolve());

  const tell = (news: ReturnType<OutboxServer["takes"]>["news"]): void => {
    for (const device of devices) for (const one of news) void device.hears(one);
  };

  const createDevice = () => {
    const browser = createBrowser();
    const live = createLiveCache(createQueryClient(), alice);
    live.update((state) => takeAnswers(state, server.answers(), state));
    let line = 1;
    let isOnline = true;

    const send = async (entry: OutboxEntry): Promise<Answer<Stored>> => {
      if (!isOnline) return unavailable;
      const on = line;
      const fate = fates.shift() ?? "arrives";
      await travel();
      if (fate === "request lost" || on !== line) return unavailable;
      const { answer, news } = server.takes(alice, entry);
      tell(news);
      await travel();
      if (fate === "answer lost" || on !== line) return unavailable;
      // The server finds nothing to change: the transport takes that as done.
      const isVoid = !answer.ok && entry.change && (answer.error.code === "not_found" || answer.error.details !== undefined);
      return isVoid ? { ok: true, data: null } : answer;
    };

    const openTab = () => {
      const { store, tabs, crash } = browser.openTab();
      const outbox = createOutbox({
        send,
        store,
        tabs,
        onStored: (entry, stored) => {
          const payload = stored && "status" in stored ? sentMessage(entry, stored, self) : stored;
          if (payload) live.update((state) => applyEvent(state, { event: "message:received", payload }));
        },
        onChange: () => waitingChanges.releaseDeletions(outbox),
        onRefused: () => undefined,
        newId: () => {
          made += 1;
          return `id-${made}`;
        },
        random: () => 0.5,
      });
      void outbox.start();
      return { outbox, crash, changes: createMessageChanges(outbox) };
    };
    let tab = openTab();

    const catchUp = createCatchUp({
      live,
      requests: { readWindow: async () => null, readConversation: async () => null },
      sync: async (cursors) => (isOnline ? { ok: true, data: server.sync(cursors) } : unavailable),
      isConnected: () => isOnline,
    });

    const idleCheck = createIdleCheck({
      live,
      ask: async () => (isOnline ? { ok: true, data: server.check() } : unavailable),
      isConnected: () => isOnline,
      onDoubt: catchUp.doubt,
    });
    idleCheck.wake();

    const device = {
      tab: () => tab,
      state: live.state,
      isOnline: () => isOnline,
      hears: async (news: Parameters<typeof applyEvent>[1]): Promise<void> => {
        const on = line;
        await travel();
        if (on !== line || !isOnline) return;
        live.update((state) => applyEvent(state, news));
        if (news.event === "message:received" && news.payload.senderId === alice) tab.outbox.confirm(news.payload.messageId);
      },
      loses: (): void => {
        line += 1;
        isOnline = false;
      },
      connects: (): void => {
        if (isOnline) return;
        line += 1;
        isOnline = true;
        const asked = cursorsOf(live.state());
        const payload = { ...server.sync(asked), userId: alice, deviceId: "", status: "resumed" as const, heldMessages: 0 };
        live.update((state) => applyEvent(state, { event: "session:ready", payload }, asked));
        for (const { messageId } of payload.changes.flatMap(({ messages }) => messages)) tab.outbox.confirm(messageId);
        catchUp.wake();
        idleCheck.wake();
        tab.outbox.wake();
      },
      reloads: async (): Promise<void> => {
        // What has just been done is on the disk once the page says so.
        await vi.advanceTimersByTimeAsync(0);
        const wasOnline = isOnline;
        device.loses();
        tab.crash();
        tab.outbox.stop();
        tab = openTab();
        await vi.advanceTimersByTimeAsync(0);
        if (wasOnline) device.connects();
      },
      /** What can be seen and pressed: what is stored, and what waits. */
      shown: (): Message[] => {
        const entries = tab.outbox.entries();
        const stored = live.state().threads[here]?.messages ?? [];
        const receipt = { conversationId: here, seq: 0, rev: 0, status: "sent" as const, createdAt: "", duplicate: false };
        const waiting = entries
          .filter(({ change, state }) => !change && state === "pending")
          .filter(({ messageId }) => !stored.some((one) => one.messageId === messageId))
          .map((entry) => sentMessage(entry, { ...receipt, messageId: entry.messageId }, self));
        return [...stored, ...waiting].map((one) =>
          amendMessage(
            one,
            entries.filter(({ change }) => change),
            alice,
          ),
        );
      },
      stop: (): void => {
        catchUp.stop();
        idleCheck.stop();
        tab.outbox.stop();
      },
    };
    return device;
  };

  const devices: ReturnType<typeof createDevice>[] = [];
  devices.push(createDevice(), createDevice());
  return { server, devices, deeds, written, fates, tell };
};

type World = ReturnType<typeof createWorld>;
type Device = World["devices"][number];

const pick = fc.nat(9);
const device = fc.nat(1);
const step = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constant("say" as const), device, isBad: fc.constantFrom(false, false, false, true) }),
  },
  {
    weight: 5,
    arbitrary: fc.record({ do: fc.constant("edit" as const), device, pick, isBad: fc.constantFrom(false, false, true) }),
  },
  {
    weight: 5,
    arbitrary: fc.record({ do: fc.constantFrom("react" as const, "unreact" as const), device, pick, emoji: fc.nat(1) }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("delete" as const), device, pick, isMeant: fc.boolean() }) },
  { weight: 5, arbitrary: fc.record({ do: fc.constantFrom("lose" as const, "connect" as const), device }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("reload" as const), device }) },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constantFrom("bob says" as const, "bob reacts" as const, "bob deletes" as const), pick }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("wait" as const), ms: fc.constantFrom(300, 3_000, 9_000) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant("fates" as const),
      fates: fc.array(fc.constantFrom<Fate>("arrives", "request lost", "answer lost"), { maxLength: 4 }),
    }),
  },
);
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;

const standing = ({ deletedAt }: Message): boolean => deletedAt === null;
const own = ({ senderId }: Message): boolean => senderId === alice;
const at = <Value>(values: readonly Value[], index: number): Value | undefined => values[index % Math.max(1, values.length)];

const says = ({ written }: World, { tab }: Device, isBad: boolean): void => {
  const added = tab().outbox.add({ conversationId: here, content: `${isBad ? REFUSED : "words"} ${written.length}` });
  if (added) written.push(added.messageId);
};

const change = ({ deeds }: World, one: Device, does: Step): void => {
  if (does.do !== "edit" && does.do !== "react" && does.do !== "unreact" && does.do !== "delete") return;
  const isPressable = (message: Message) => standing(message) && (own(message) || does.do === "react" || does.do === "unreact");
  const message = at(one.shown().filter(isPressable), does.pick);
  if (!message) return;
  const { changes, outbox } = one.tab();
  const { messageId } = message;
  const note = (what: string, wish: string): void => void deeds.push({ device: one, of: messageId, what, wish });
  if (does.do === "edit") {
    const content = `${does.isBad ? REFUSED : "other words"} ${deeds.length}`;
    changes.edit(message, content);
    note("words", content);
    expect(one.shown().find((shown) => shown.messageId === messageId)?.content, "an edit shows at once").toBe(content);
  } else if (does.do === "delete") {
    changes.remove(message);
    const deletion = outbox.entries().find((entry) => entry.change?.kind === "delete" && entry.change.of === messageId);
    if (does.isMeant) {
      note("deleted", "yes");
      expect(one.shown().find((shown) => shown.messageId === messageId)?.deletedAt, "a deletion shows at once").not.toBeNull();
    } else if (deletion) {
      // Within the same moment nothing is on the disk yet: it is had back as soon as it is.
      void vi.advanceTimersByTimeAsync(0).then(() => changes.undo(deletion.messageId));
    }
  } else {
    const emoji = EMOJI[does.emoji] ?? "";
    changes.react(message, emoji, does.do === "react" ? "add" : "remove");
    note(emoji, does.do);
    const reactions = one.shown().find((shown) => shown.messageId === messageId)?.reactions ?? [];
    const isThere = reactions.some((reaction) => reaction.emoji === emoji && reaction.userIds.includes(alice));
    expect(isThere, "a reaction shows at once").toBe(does.do === "react");
  }
};

const bobDoes = ({ server, tell, written }: World, { do: does, pick: index }: { do: string; pick: number }): void => {
  if (does === "bob says") {
    const messageId = `bob-${written.length}-${server.messages(here).length}`;
    tell(server.says(bob, { conversationId: here, messageId, content: "from bob" }).news);
    return;
  }
  const kind = does === "bob reacts" ? "react" : "delete";
  const message = at(
    server.messages(here).filter((one) => kind === "react" || !own(one)),
    index,
  );
  if (!message) return;
  const wish = { conversationId: here, content: kind === "react" ? "👍" : "", change: { kind, of: message.messageId } as const };
  tell(server.changes(bob, wish).news);
};

const take = async (world: World, does: Step): Promise<void> => {
  const one = "device" in does ? world.devices[does.device] : undefined;
  if (does.do === "wait") await vi.advanceTimersByTimeAsync(does.ms);
  else if (does.do === "fates") world.fates.push(...does.fates);
  else if ("pick" in does && does.do.startsWith("bob")) bobDoes(world, does);
  else if (!one) return;
  else if (does.do === "say") says(world, one, does.isBad);
  else if (does.do === "lose") one.loses();
  else if (does.do === "connect") one.connects();
  else if (does.do === "reload") await one.reloads();
  else change(world, one, does);
};

const shown = ({ conversations, lists, threads, totalUnread }: InboxState) => ({
  conversations,
  lists: lists.map(({ ids }) => ids),
  messages: threads[here]?.messages,
  totalUnread,
});

const bringHome = async (net: Scheduler, { devices, fates }: World): Promise<void> => {
  fates.length = 0;
  for (const one of devices) one.connects();
  for (let round = 0; round < 5; round += 1) {
    await net.waitIdle();
    await vi.advanceTimersByTimeAsync(40_000);
  }
  await net.waitIdle();
};

/** What one device alone has wished for stands in the end, the last of it; where two have, the server's order decides. */
const checkWishes = ({ server, deeds, written }: World): void => {
  const like = (one: Deed) => deeds.filter(({ of, what }) => of === one.of && what === one.what);
  const isDeleted = (of: string): boolean => deeds.some((deed) => deed.of === of && deed.what === "deleted");
  for (const messageId of written) {
    const stored = server.find(here, messageId);
    if (isDeleted(messageId)) expect(stored?.deletedAt, "what is deleted is gone, or was never sent").not.toBeNull();
  }
  for (const wishes of deeds.map(like)) {
    const last = wishes.at(-1);
    const stored = last && server.find(here, last.of);
    if (!stored || stored.deletedAt !== null || new Set(wishes.map((wish) => wish.device)).size > 1) continue;
    if (last.what === "words" && !last.wish.startsWith(REFUSED)) expect(stored.content, "the last words stand").toBe(last.wish);
    const userIds = stored.reactions.find(({ emoji }) => emoji === last.what)?.userIds ?? [];
    if (EMOJI.includes(last.what)) expect(userIds.includes(alice), "the last press counts").toBe(last.wish === "react");
  }
};

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe("what is changed without a network on two devices and merged", () => {
  it("is on every device what a fresh fetch gives, and the last wish counts", async () => {
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), fc.array(step, { minLength: 4, maxLength: 30 }), async (net, story) => {
        const world = createWorld(net);
        for (const one of story) {
          await take(world, one);
          await vi.advanceTimersByTimeAsync(0);
          if (net.count() > 0) await net.waitNext(1);
        }
        await bringHome(net, world);
        for (const one of world.devices) {
          expect(shown(one.state()), "as a fresh fetch").toEqual(shown(world.server.fetch()));
          const left = one.tab().outbox.entries();
          expect(
            left.filter(({ state, error }) => state !== "failed" || error === null),
            "nothing is left waiting",
          ).toEqual([]);
          expect(
            left.every(({ content }) => content.startsWith(REFUSED)),
            "nothing but the bad is refused",
          ).toBe(true);
        }
        checkWishes(world);
        for (const one of world.devices) one.stop();
      }),
      { numRuns: modelRuns(200) },
    );
  }, 120_000);
});
