import fc from "fast-check";
import { v7 } from "uuid";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { applyListAnswer, applyWindowAnswer } from "#lib/client/apply-answer.ts";
import { applyEvent } from "#lib/client/apply-event.ts";
import { applySync } from "#lib/client/apply-sync.ts";
import { emptyInbox, type InboxState } from "#lib/client/inbox-state.ts";
import { cursorsOf } from "#lib/client/sync-cursors.ts";
import { modelMs, modelRuns } from "#lib/client/testing/model-runs.ts";
import { windowEdges } from "#lib/client/thread-window.ts";
import type { ConversationPage } from "#lib/contract/conversations.ts";
import type { Answer } from "#lib/contract/errors.ts";
import type { ServerEventMessage } from "#lib/contract/events.ts";
import type { MessagePage } from "#lib/contract/messages.ts";
import { groupsOf, setsPicture } from "../harness/groups.ts";
import { looksAreOver } from "../harness/jobs.ts";
import { type Device, disconnectAll, gather, type Person } from "../harness/person.ts";
import { picture } from "../harness/pictures.ts";
import { startSite } from "../harness/site.ts";
import { createKeptPage, type KeptPage } from "./testing/kept-page.ts";

/** The law of the page's one reducer, with the real server on the other side: apply(old, events) equals a fresh fetch. */

const baseUrl = inject("baseUrl");
const databaseUrl = inject("databaseUrl");
let alice: Person;
let bob: Person;
let carol: Person;
let places: string[];
/** Groups that somebody has made, whoever is in them now. */
const groups: string[] = [];
let square: Uint8Array<ArrayBuffer>;
let site: Awaited<ReturnType<typeof startSite>>;

beforeAll(async () => {
  site = await startSite();
  square = new Uint8Array(await picture("png", { width: 4, height: 4 }));
  ({ alice, bob, carol } = await gather(baseUrl, "alice", "bob", "carol"));
  places = [await alice.opens(bob), await alice.opens(carol)];
  await bob.opens(carol);
});
afterAll(async () => {
  disconnectAll(alice, bob, carol);
  await site.stop();
});

const LISTS = [
  { filter: "all", q: "" },
  { filter: "archived", q: "" },
] as const;

/** What a page that has just loaded everything holds. */
const fetchAll = async (): Promise<InboxState> => {
  let state = emptyInbox(alice.id);
  for (const name of LISTS) {
    const { body: list } = await alice.http<ConversationPage>(`/api/conversations?limit=100&filter=${name.filter}`);
    state = applyListAnswer(state, name, list, { since: state, isNext: false });
  }
  for (const { id, lastSeq } of Object.values(state.conversations)) {
    const { body: page } = await alice.http<MessagePage>(`/api/conversations/${id}/messages?limit=100`);
    state = applyWindowAnswer(state, id, { page, ...windowEdges(page, {}, lastSeq) }, state);
  }
  return state;
};

/** Of each conversation as many of its newest messages: all that is done is done there, and a fresh page ends a little before. */
const COMPARED = 60;

/**
 * What a person sees of it, and whether anything is known to be missing. Of the messages those that `held` has: a conversation
 * that one comes into is read when it is opened.
 */
const seen = ({ conversations, lists, threads, totalUnread, gaps, missing }: InboxState, held: InboxState) => ({
  conversations,
  lists: lists.map(({ ids }) => ids),
  messages: Object.fromEntries(Object.keys(held.threads).map((id) => [id, threads[id]?.messages.slice(-COMPARED)])),
  totalUnread,
  gaps,
  missing,
});

/** What people do, and how often: while a block stands, little else happens. */
const DEEDS = {
  say: 5,
  link: 2,
  answer: 2,
  edit: 3,
  react: 3,
  delete: 1,
  read: 5,
  ack: 2,
  type: 1,
  pin: 1,
  archive: 2,
  mark: 1,
  mute: 1,
  block: 1,
  unblock: 3,
  keep: 2,
  share: 2,
  make: 1,
  add: 5,
  remove: 5,
  leave: 3,
  rename: 2,
  hand: 2,
  picture: 2,
  open: 2,
  talk: 4,
};
type Deed = keyof typeof DEEDS;
const deeds = Object.entries(DEEDS).map(([deed, weight]) => ({ arbitrary: fc.constant(deed as Deed), weight }));

const step = fc.record({
  who: fc.constantFrom("alice", "other") as fc.Arbitrary<"alice" | "other">,
  where: fc.nat(1),
  does: fc.oneof(...deeds),
  // Mostly past the end, which reads everything.
  seq: fc.nat(400),
  on: fc.boolean(),
});
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;

/** While one of the two blocks the other, words and typing are refused; everything else must be taken. */
const unlessBlocked = async (asked: Promise<Answer<unknown>>): Promise<void> => {
  const answer = await asked;
  if (!answer.ok) expect(answer.error.code).toBe("blocked");
};

/** What stands in a conversation is somebody's, and may be gone. */
const unlessFixed = async (asked: Promise<Answer<unknown>>): Promise<void> => {
  const answer = await asked;
  if (!answer.ok) expect(answer.error.code).toMatch(/^(blocked|forbidden|conflict)$/);
};

/** One of the newest messages of a conversation; nothing while there are none. */
const someMessage = async (person: Person, conversationId: string, pick: number): Promise<string | undefined> => {
  const { body } = await person.http<MessagePage>(`/api/conversations/${conversationId}/messages?limit=5`);
  return body.messages.at(pick % 5)?.messageId;
};

/** What the page says of itself follows by itself: wait for it. */
const link = async ({ device }: Person, conversationId: string, pick: number): Promise<void> => {
  const url = site.shows(`/law${pick % 3}`, `<title>Room ${pick % 3}</title>`);
  await unlessBlocked(device.ask("message:send", { conversationId, messageId: v7(), content: `${url} ${v7()}` }));
  await looksAreOver(databaseUrl, conversationId);
};

type Change = { person: Person; conversationId: string; seq: number; on: boolean };

const change = async (
  does: "answer" | "edit" | "react" | "delete",
  { person, conversationId, seq, on }: Change,
): Promise<void> => {
  const messageId = await someMessage(person, conversationId, seq);
  if (!messageId) return;
  const { device } = person;
  const content = `other words ${v7()}`;
  const mentions = on ? [alice.id] : [];
  if (does === "answer")
    await unlessBlocked(device.ask("message:send", { conversationId, messageId: v7(), content, replyToId: messageId }));
  else if (does === "edit") await unlessFixed(device.ask("message:edit", { conversationId, messageId, content, mentions }));
  else if (does === "delete") await unlessFixed(device.ask("message:delete", { conversationId, messageId }));
  else
    await unlessFixed(
      device.ask("message:react", { conversationId, messageId, emoji: seq % 2 ? "👍" : "🏠", op: on ? "add" : "remove" }),
    );
};

/** What people do to the groups there are; whether each may is for the server to say, and what one sees must be right either way. */
const actInGroup = async (does: Deed, person: Person, { seq, on }: Step): Promise<void> => {
  const doing = groupsOf(person);
  const others = [alice, bob, carol].filter((one) => one !== person);
  const other = others[seq % 2] ?? bob;
  const id = groups.at(-1 - (seq % Math.min(2, Math.max(1, groups.length))));
  if (does === "make" || !id) {
    const { status, body } = await doing.makes(`the house ${v7()}`, others);
    // Not while one of them blocks the other.
    if (status === 201) groups.push(body.id);
    else expect(status).toBe(403);
    return;
  }
  if (does === "talk")
    return void (await person.device.ask("message:send", { conversationId: id, messageId: v7(), content: `all ${v7()}` }));
  const { status } = await {
    add: () => doing.adds(id, ...(on ? others : [other])),
    remove: () => doing.removes(id, other),
    leave: () => doing.leaves(id),
    rename: () => doing.renames(id, on ? `the house ${v7()}` : "the same name"),
    hand: () => doing.makesAdmin(id, other),
    picture: () => (on ? setsPicture(baseUrl, person, id, square) : doing.takesPictureAway(id)),
    open: () => doing.opensHistory(id, on),
  }[does as "add" | "remove" | "leave" | "rename" | "hand" | "picture" | "open"]();
  expect([200, 204, 403, 404, 409]).toContain(status);
};
const IN_GROUPS = new Set<Deed>(["make", "add", "remove", "leave", "rename", "hand", "picture", "open", "talk"]);

const act = async (step: Step): Promise<void> => {
  const { who, where, does } = step;
  const cast = [alice, bob, carol];
  if (IN_GROUPS.has(does)) return actInGroup(does, cast[who === "alice" ? 0 : where + 1] ?? alice, step);
  return actInPlace(step);
};

const actInPlace = async ({ who, where, does, seq, on }: Step): Promise<void> => {
  const conversationId = places[where] ?? "";
  const friend = [bob, carol][where];
  if (!friend) throw new Error("nobody there");
  const [person, other] = who === "alice" ? [alice, friend] : [friend, alice];
  const { device } = person;
  const mentions = on ? [alice.id] : [];
  if (does === "say")
    await unlessBlocked(device.ask("message:send", { conversationId, messageId: v7(), content: `hello ${v7()}`, mentions }));
  else if (does === "link") await link(person, conversationId, seq);
  else if (does === "answer" || does === "edit" || does === "react" || does === "delete")
    await change(does, { person, conversationId, seq, on });
  else if (does === "block" || does === "unblock") await device.does(`${does}:user`, { userId: other.id });
  else if (does === "mute") await alice.device.does(on ? "mute:conversation" : "unmute:conversation", { conversationId });
  else if (does === "keep" || does === "share")
    await person.http("/api/preferences", { method: "PATCH", body: { readReceipts: does === "share" } });
  else if (does === "read") await person.device.does("message:read", { conversationId, seq });
  else if (does === "ack") await person.device.does("message:ack", { conversationId, seq });
  else if (does === "type") await unlessBlocked(device.ask(on ? "typing:start" : "typing:stop", { conversationId }));
  else
    await alice.http(`/api/conversations/${conversationId}`, {
      method: "PATCH",
      body: does === "pin" ? { pinned: on } : does === "mark" ? { markedUnread: on } : { archived: on },
    });
};

const listen = (phone: Device, from: InboxState) => {
  let state = from;
  /** As the page does when one shares something else: what others share in return must be asked for. */
  const askAnew = async (): Promise<void> => {
    const since = state;
    const cursors = cursorsOf(since);
    const answer = await phone.does("session:sync", { cursors });
    state = applySync(state, answer, cursors, since);
  };
  phone.socket.onAny((event: string, payload: unknown) => {
    state = applyEvent(state, { event, payload } as ServerEventMessage);
    if (event === "preferences:updated") void askAnew();
  });
  return () => state;
};

test(
  "after any sequence of what people do, a device that only listened holds what a fresh fetch gives",
  async () => {
    const phone = await alice.connects();
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 30 }), async (steps) => {
        const held = listen(phone, await fetchAll());
        for (const one of steps) await act(one);
        const fresh = await fetchAll();
        // The counts are told after the commit, by themselves: wait until the last of them is here.
        await expect.poll(() => seen(held(), held())).toEqual(seen(fresh, held()));
        phone.socket.offAny();
      }),
      { numRuns: modelRuns(25) },
    );
    phone.leaves();
  },
  modelMs(300_000),
);

const away = fc.record({
  who: fc.constantFrom("phone", "laptop", "bob") as fc.Arbitrary<"phone" | "laptop" | "bob">,
  does: fc.constantFrom("say", "edit", "edit", "react", "unreact", "delete", "delete", "cut", "connect") as fc.Arbitrary<
    "say" | "edit" | "react" | "unreact" | "delete" | "cut" | "connect"
  >,
  pick: fc.nat(9),
});
type Away = typeof away extends fc.Arbitrary<infer Value> ? Value : never;

/** One thing that alice does on a device, with a line or without. */
const actOn = async (page: KeptPage, place: string, { does, pick }: Away): Promise<void> => {
  const { outbox, changes } = page;
  const shown = page.shown(place).filter(({ deletedAt }) => deletedAt === null);
  const own = shown.filter(({ senderId }) => senderId === alice.id);
  // Of the newest, so that the two devices meet.
  const message = (does === "edit" || does === "delete" ? own : shown).at(-1 - (pick % 3));
  if (does === "cut") page.cuts();
  else if (does === "connect") await page.connects();
  else if (does === "say") outbox.add({ conversationId: place, content: `from here ${v7()}` });
  else if (!message) return;
  else if (does === "edit") changes.edit(message, `other words ${v7()}`);
  else if (does === "delete") await page.removes(message);
  else changes.react(message, pick % 2 ? "👍" : "🏠", does === "react" ? "add" : "remove");
};

test(
  "what two devices did without a network is merged: both hold what a fresh fetch gives, and nothing is left waiting",
  async () => {
    const place = places[0] ?? "";
    await alice.http("/api/preferences", { method: "PATCH", body: { readReceipts: true } });
    for (const one of [alice, bob]) await one.device.ask("unblock:user", { userId: one === alice ? bob.id : alice.id });
    await fc.assert(
      fc.asyncProperty(fc.array(away, { minLength: 5, maxLength: 25 }), async (steps) => {
        const fetched = await fetchAll();
        const [phone, laptop] = [await createKeptPage(alice, fetched), await createKeptPage(alice, fetched)];
        for (const one of steps) {
          if (one.who !== "bob") await actOn(one.who === "phone" ? phone : laptop, place, one);
          else
            await act({
              who: "other",
              where: 0,
              does: one.does === "delete" ? "delete" : one.does === "react" ? "react" : "say",
              seq: one.pick,
              on: true,
            });
        }
        for (const page of [phone, laptop]) {
          await page.connects();
          await expect.poll(() => page.outbox.entries()).toEqual([]);
        }
        const fresh = await fetchAll();
        for (const page of [phone, laptop]) {
          const settled = async () => {
            await page.catchesUp();
            return seen(page.state(), page.state());
          };
          await expect.poll(settled).toEqual(seen(fresh, page.state()));
          page.stops();
        }
      }),
      { numRuns: modelRuns(8), endOnFailure: true },
    );
  },
  modelMs(300_000),
);
