import { v7 } from "uuid";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import type { ConversationSummary } from "#lib/contract/conversations.ts";
import type { ErrorCode } from "#lib/contract/errors.ts";
import type { BlockList, BlockState } from "#lib/contract/safety.ts";
import type { Change } from "#lib/contract/session.ts";
import { createHouseChat } from "../harness/house-chat.ts";
import { type Device, disconnectAll, gather, type Person } from "../harness/person.ts";

const baseUrl = inject("baseUrl");

const verdict = (answer: { ok: true } | { ok: false; error: { code: ErrorCode } }): string =>
  answer.ok ? "taken" : answer.error.code;

type Scene = { actor: Person; other: Person; together: string; device: Device };
type Attempt = {
  what: string;
  door: "socket" | "HTTP";
  /** What the one who tries is told while a block stands between the two. */
  told: "blocked" | "taken";
  tries: (scene: Scene) => Promise<string>;
  /** What the other one hears of it when there is no block. */
  heardAs: string;
};

const post = async ({ actor }: Scene, path: string, body: object): Promise<string> => {
  const { status, body: answer } = await actor.http<{ code?: string }>(path, { method: "POST", body });
  return status < 300 ? "taken" : (answer.code ?? String(status));
};

let tries = 0;
const ATTEMPTS: Attempt[] = [
  {
    what: "a message",
    door: "socket",
    told: "blocked",
    heardAs: "message:received",
    tries: async ({ device, together }) =>
      verdict(await device.ask("message:send", { conversationId: together, messageId: v7(), content: "hello?" })),
  },
  {
    what: "a message",
    door: "HTTP",
    told: "blocked",
    heardAs: "message:received",
    tries: (scene) => post(scene, `/api/conversations/${scene.together}/messages`, { messageId: v7(), content: "hello?" }),
  },
  {
    what: "typing",
    door: "socket",
    told: "blocked",
    heardAs: "typing:indicator",
    tries: async ({ device, together }) => verdict(await device.ask("typing:start", { conversationId: together })),
  },
  {
    what: "typing no more",
    door: "socket",
    told: "blocked",
    heardAs: "typing:indicator",
    tries: async ({ device, together }) => verdict(await device.ask("typing:stop", { conversationId: together })),
  },
  {
    what: "presence",
    door: "socket",
    told: "taken",
    heardAs: "presence:changed",
    tries: async ({ device }) => {
      tries += 1;
      return verdict(await device.ask("presence:update", { status: "busy", activity: `viewing number ${tries}` }));
    },
  },
  {
    what: "that it has arrived",
    door: "socket",
    told: "taken",
    heardAs: "message:delivered",
    tries: async ({ device, together }) => verdict(await device.ask("message:ack", { conversationId: together, seq: 1 })),
  },
  {
    what: "that it was read",
    door: "socket",
    told: "taken",
    heardAs: "read_receipt:received",
    tries: async ({ device, together }) => verdict(await device.ask("message:read", { conversationId: together, seq: 2 })),
  },
  {
    what: "that it was read",
    door: "HTTP",
    told: "taken",
    heardAs: "read_receipt:received",
    tries: (scene) => post(scene, `/api/conversations/${scene.together}/read`, { seq: 3 }),
  },
  {
    what: "a new conversation",
    door: "HTTP",
    told: "blocked",
    heardAs: "conversation:created",
    tries: (scene) => post(scene, "/api/conversations", { userId: scene.other.id }),
  },
];

const summaryFor = async (person: Person, id: string): Promise<ConversationSummary> =>
  (await person.http<ConversationSummary>(`/api/conversations/${id}`)).body;

const marksOf = ({ participants }: ConversationSummary, { id }: Person) => {
  const one = participants.find(({ userId }) => userId === id);
  return [one?.deliveredSeq, one?.readSeq];
};

const presenceFor = async (viewer: Person, person: Person) =>
  (await viewer.device.does("presence:get", { userIds: [person.id] })).presences[0];

/** Three messages wait for the one who acts; both have a second device; `blocker` blocks the other unless told otherwise. */
const setScene = async (side: "the blocker" | "the blocked", { blocks = true } = {}) => {
  const { alice, bob } = await gather(baseUrl, "alice", "bob");
  const [actor, other] = side === "the blocker" ? [alice, bob] : [bob, alice];
  const together = await other.opens(actor);
  for (const content of ["one", "two", "three"]) await other.says(together, content);
  const [device, tablet] = [await actor.connects(), await other.connects()];
  await actor.device.hears("unread_count:updated", ({ unreadCount }) => unreadCount === 3);
  if (blocks) {
    await alice.device.does("block:user", { userId: bob.id });
    await tablet.hears("presence:changed", ({ status }) => status === "offline");
  }
  const leave = () => {
    device.leaves();
    tablet.leaves();
    disconnectAll(alice, bob);
  };
  return { alice, bob, actor, other, together, device, tablet, leave };
};

describe.each(["the blocker", "the blocked"] as const)("while one blocks the other, of %s", (side) => {
  let scene: Awaited<ReturnType<typeof setScene>>;
  beforeAll(async () => {
    scene = await setScene(side);
  });
  afterAll(() => scene.leave());

  test.each(ATTEMPTS)("$what over $door is not heard by the other, on any device", async ({ tries: attempt, told }) => {
    const { other, tablet } = scene;
    const marks = [other.device.mark(), tablet.mark()] as const;
    expect(await attempt(scene)).toBe(told);
    expect(await other.device.newsSince(marks[0])).toEqual([]);
    expect(await tablet.newsSince(marks[1])).toEqual([]);
  });

  test("nothing of it was stored, and no mark moves for the other: in no summary, list or sync", async () => {
    const { actor, other, together, device } = scene;
    expect(marksOf(await summaryFor(actor, together), actor)).toEqual([3, 3]);
    expect(await summaryFor(other, together)).toMatchObject({ lastSeq: 3, rev: 3 });
    expect(marksOf(await summaryFor(other, together), actor)).toEqual([0, 0]);
    const { body: list } = await other.http<{ items: ConversationSummary[] }>("/api/conversations");
    const { changes } = await other.device.does("session:sync", { cursors: { [together]: 3 } });
    const greeted = await other.connects();
    const ready = await greeted.hears("session:ready");
    const seen = [list.items[0], ...[...changes, ...ready.changes].map(({ conversation }: Change) => conversation)];
    expect(seen.map((one) => one && marksOf(one, actor))).toEqual([
      [0, 0],
      [0, 0],
      [0, 0],
    ]);
    // One's own reading is one's own: it has moved on all of one's devices.
    await actor.device.hears("read_receipt:received", ({ userId, seq }) => userId === actor.id && seq === 3);
    await device.hears("unread_count:updated", ({ unreadCount }) => unreadCount === 0);
    greeted.leaves();
  });

  test("the other looks offline, whoever asks, from whichever device", async () => {
    const { actor, other, device } = scene;
    const offline = { userId: other.id, status: "offline", lastSeenAt: null };
    expect(await presenceFor(actor, other)).toEqual(offline);
    expect((await device.does("presence:get", { userIds: [other.id] })).presences).toEqual([offline]);
  });

  test("history stays readable", async () => {
    const { body } = await scene.actor.http<{ messages: object[] }>(`/api/conversations/${scene.together}/messages`);
    expect(body.messages).toHaveLength(3);
  });
});

test.each(ATTEMPTS.filter(({ what }) => what !== "a new conversation"))(
  "without a block the other hears $what over $door",
  async ({ what, tries: attempt, heardAs }) => {
    const scene = await setScene("the blocked", { blocks: false });
    if (what === "typing no more") await scene.device.does("typing:start", { conversationId: scene.together });
    const mark = scene.tablet.mark();
    expect(await attempt(scene)).toBe("taken");
    await expect.poll(async () => (await scene.tablet.newsSince(mark)).map(({ event }) => event)).toContain(heardAs);
    scene.leave();
  },
);

test("at once each sees the other go, and after the block is taken back as they are, with their true marks", async () => {
  const { alice, bob, together, device, tablet, leave } = await setScene("the blocked", { blocks: false });
  await alice.device.does("block:user", { userId: bob.id });
  for (const [listener, gone] of [
    [alice.device, bob],
    [tablet, bob],
    [bob.device, alice],
    [device, alice],
  ] as const) {
    const news = await listener.hears("presence:changed", ({ userId }) => userId === gone.id);
    expect(news).toEqual({ userId: gone.id, status: "offline", lastSeenAt: null });
  }
  await bob.device.does("message:read", { conversationId: together, seq: 3 });
  await alice.device.newsSince(0);
  expect(alice.device.heard("read_receipt:received")).toEqual([]);
  await alice.device.does("unblock:user", { userId: bob.id });
  await alice.device.hears("presence:changed", ({ userId, status }) => userId === bob.id && status === "online");
  await bob.device.hears("presence:changed", ({ userId, status }) => userId === alice.id && status === "online");
  await tablet.hears("read_receipt:received", ({ userId, seq }) => userId === bob.id && seq === 3);
  await tablet.hears("message:delivered", ({ userId, seq }) => userId === bob.id && seq === 3);
  expect(marksOf(await summaryFor(alice, together), bob)).toEqual([3, 3]);
  await bob.says(together, "there you are");
  leave();
});

test("the blocked one is never told, and both get the same neutral words", async () => {
  const { alice, bob, together, device, leave } = await setScene("the blocked");
  const draft = () => ({ conversationId: together, messageId: v7(), content: "hello?" });
  const [own, others] = [await alice.device.ask("message:send", draft()), await bob.device.ask("message:send", draft())];
  expect(own).toMatchObject({ ok: false, error: { code: "blocked", retryable: false } });
  expect(own).toEqual(others);
  expect(JSON.stringify(own)).not.toMatch(/block(s|ed|ing) (you|them|him|her)|you (have )?blocked/i);
  expect([(await summaryFor(alice, together)).blocked, (await summaryFor(bob, together)).blocked]).toEqual(["by_me", "none"]);
  await device.newsSince(0);
  const names = [bob.device, device].flatMap((one) => [...one.heard("user:blocked"), ...one.heard("conversation:updated")]);
  expect(names).toEqual([]);
  expect((await bob.http<BlockList>("/api/blocks")).body).toEqual({ items: [] });
  leave();
});

describe.each(["socket", "HTTP"] as const)("over %s", (door) => {
  const ask = async (person: Person, verb: "block" | "unblock", userId: string, id: string): Promise<BlockState> =>
    door === "socket"
      ? person.device.does(verb === "block" ? "block:user" : "unblock:user", { userId, conversationId: id })
      : (await person.http<BlockState>(`/api/conversations/${id}/${verb}`, { method: "POST", body: { userId } })).body;

  test("a block is told to the blocker's own devices, once; it stands in the list until it is taken back", async () => {
    const { alice, bob } = await gather(baseUrl, "alice", "bob");
    const id = await alice.opens(bob);
    const phone = await alice.connects();
    const first = await ask(alice, "block", bob.id, id);
    expect(first).toEqual({ blocked: true, at: expect.stringMatching(/Z$/) });
    for (const device of [alice.device, phone]) {
      expect(await device.hears("user:blocked")).toEqual({ userId: bob.id, conversationId: id, at: first.at });
    }
    expect((await alice.http<BlockList>("/api/blocks")).body.items).toEqual([
      { userId: bob.id, name: "bob", avatarUrl: null, at: first.at },
    ]);
    const marks = [phone.mark(), bob.device.mark()] as const;
    expect(await ask(alice, "block", bob.id, id)).toEqual(first);
    expect(await phone.newsSince(marks[0])).toEqual([]);
    expect(await ask(alice, "unblock", bob.id, id)).toMatchObject({ blocked: false });
    expect(await phone.hears("user:unblocked")).toMatchObject({ userId: bob.id, conversationId: id });
    expect((await alice.http<BlockList>("/api/blocks")).body.items).toEqual([]);
    await phone.newsSince(0);
    const after = phone.mark();
    expect(await ask(alice, "unblock", bob.id, id)).toMatchObject({ blocked: false });
    expect(await phone.newsSince(after)).toEqual([]);
    expect((await bob.device.newsSince(marks[1])).map(({ event }) => event)).toEqual(["presence:changed"]);
    phone.leaves();
    disconnectAll(alice, bob);
  });

  test("one blocks somebody else, who exists and is in the conversation that is named", async () => {
    const { alice, bob, carol } = await gather(baseUrl, "alice", "bob", "carol");
    const id = await alice.opens(bob);
    const refusal = async (userId: string): Promise<string> => {
      if (door === "socket") return verdict(await alice.device.ask("block:user", { userId, conversationId: id }));
      const { body } = await alice.http(`/api/conversations/${id}/block`, { method: "POST", body: { userId } });
      return String(body.code);
    };
    expect([await refusal(alice.id), await refusal(carol.id), await refusal(v7())]).toEqual([
      "validation_failed",
      "not_found",
      "not_found",
    ]);
    expect((await alice.http<BlockList>("/api/blocks")).body.items).toEqual([]);
    disconnectAll(alice, bob, carol);
  });
});

test("without naming a conversation one may block anybody there is", async () => {
  const { alice, carol } = await gather(baseUrl, "alice", "carol");
  expect(verdict(await alice.device.ask("block:user", { userId: v7() }))).toBe("not_found");
  expect(verdict(await alice.device.ask("block:user", { userId: alice.id }))).toBe("validation_failed");
  const mark = carol.device.mark();
  await alice.device.does("block:user", { userId: carol.id });
  expect(await carol.device.newsSince(mark)).toEqual([]);
  expect(await alice.device.hears("user:blocked")).toMatchObject({ userId: carol.id });
  for (const [one, other] of [
    [alice, carol],
    [carol, alice],
  ] as const) {
    const { status, body } = await one.http("/api/conversations", { method: "POST", body: { userId: other.id } });
    expect({ status, code: body.code }).toEqual({ status: 403, code: "blocked" });
  }
  disconnectAll(alice, carol);
});

test("when both block, it takes both to take it back", async () => {
  const { alice, bob, together, leave } = await setScene("the blocked");
  await bob.device.does("block:user", { userId: alice.id });
  await bob.device.does("message:read", { conversationId: together, seq: 3 });
  await alice.device.does("unblock:user", { userId: bob.id });
  const draft = { conversationId: together, messageId: v7(), content: "still there?" };
  expect(verdict(await alice.device.ask("message:send", draft))).toBe("blocked");
  expect(await presenceFor(alice, bob)).toMatchObject({ status: "offline" });
  expect(marksOf(await summaryFor(alice, together), bob)).toEqual([0, 0]);
  await bob.device.does("unblock:user", { userId: alice.id });
  await alice.device.hears("read_receipt:received", ({ seq }) => seq === 3);
  expect(verdict(await alice.device.ask("message:send", draft))).toBe("taken");
  leave();
});

test("typing ends with the block, and nothing of it comes later", async () => {
  const { alice, bob, together, device, tablet, leave } = await setScene("the blocked", { blocks: false });
  await device.does("typing:start", { conversationId: together });
  await tablet.hears("typing:indicator", ({ isTyping }) => isTyping);
  await alice.device.does("block:user", { userId: bob.id });
  await tablet.hears("typing:indicator", ({ isTyping }) => !isTyping);
  const mark = tablet.mark();
  device.leaves();
  await bob.device.does("typing:stop", { conversationId: together }).catch(() => undefined);
  expect((await tablet.newsSince(mark)).filter(({ event }) => event === "typing:indicator")).toEqual([]);
  leave();
});

test("in a group the two still read each other, but neither sees the other come and go", async () => {
  const { alice, bob, carol } = await gather(baseUrl, "alice", "bob", "carol");
  const house = await createHouseChat(inject("databaseUrl"), [alice, bob, carol]);
  const [phone, tablet, laptop] = [await alice.connects(), await bob.connects(), await carol.connects()];
  await alice.device.does("block:user", { userId: bob.id });
  const { seq } = await alice.says(house, "who has the key?");
  await tablet.hears("message:received", (news) => news.seq === seq);
  await tablet.does("message:read", { conversationId: house, seq });
  await phone.hears("read_receipt:received", ({ userId }) => userId === bob.id);
  await tablet.does("typing:start", { conversationId: house });
  await phone.hears("typing:indicator", ({ userId }) => userId === bob.id);
  const mark = phone.mark();
  await tablet.does("presence:update", { status: "busy" });
  await laptop.hears("presence:changed", ({ userId, status }) => userId === bob.id && status === "busy");
  expect((await phone.newsSince(mark)).filter(({ event }) => event === "presence:changed")).toEqual([]);
  expect(await presenceFor(alice, bob)).toMatchObject({ status: "offline" });
  for (const device of [phone, tablet, laptop]) device.leaves();
  disconnectAll(alice, bob, carol);
});

test("of messages and a block that cross, none is stored or heard after the block was answered", async () => {
  const { alice, bob, together, tablet, leave } = await setScene("the blocked", { blocks: false });
  for (let round = 0; round < 10; round += 1) {
    const sends = Array.from({ length: 10 }, () =>
      bob.device.ask("message:send", { conversationId: together, messageId: v7(), content: `round ${round}` }),
    );
    await alice.device.does("block:user", { userId: bob.id });
    const { lastSeq } = await summaryFor(alice, together);
    const answers = await Promise.all(sends);
    expect(answers.map(verdict).filter((one) => one !== "taken" && one !== "blocked")).toEqual([]);
    expect((await summaryFor(alice, together)).lastSeq).toBe(lastSeq);
    await tablet.newsSince(0);
    expect(Math.max(3, ...tablet.heard("message:received").map(({ seq }) => seq))).toBe(lastSeq);
    await alice.device.does("unblock:user", { userId: bob.id });
  }
  leave();
});
