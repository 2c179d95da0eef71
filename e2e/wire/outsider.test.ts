import { v7 } from "uuid";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import * as z from "zod";
import type { ConversationSummary } from "#lib/contract/conversations.ts";
import { type ClientEventName, clientEvents } from "#lib/contract/events.ts";
import type { MessagePage } from "#lib/contract/messages.ts";
import { type RouteName, routes } from "#lib/contract/routes.ts";
import { createHome } from "../harness/homes.ts";
import { createPerson, disconnectAll, gather, type HttpAnswer, type Person, request } from "../harness/person.ts";
import { expectProblem } from "../harness/problem.ts";
import { addressOf, ROUTES, takesBody } from "../harness/routes.ts";
import { samplesFor } from "../harness/samples.ts";
import { slot } from "../harness/viewings.ts";

const baseUrl = inject("baseUrl");
const databaseUrl = inject("databaseUrl");
const EVENTS = Object.keys(clientEvents) as ClientEventName[];

/** True when a request of that form can name a conversation anywhere in it. */
const namesConversation = (schema: z.ZodType): boolean =>
  /conversation|cursors/i.test(JSON.stringify(z.toJSONSchema(schema, { io: "input", unrepresentable: "any" })));

/** Not a member of what it asks for gets no refusal here, but nothing of it either: it has a test of its own. */
const ANSWERS_WITHOUT_IT: ClientEventName[] = ["session:sync", "session:check"];
const EVENTS_IN_CONVERSATIONS = EVENTS.filter(
  (name) => namesConversation(clientEvents[name].input) && !ANSWERS_WITHOUT_IT.includes(name),
);
/**
 * The same of routes: a stranger has nothing to mark as read there, no bookings, no hits, nothing that waits, and removes nothing anywhere.
 * A picture is no JSON: the tests of pictures send one.
 */
const ROUTES_WITHOUT_IT: RouteName[] = [
  "POST /api/notifications/read",
  "GET /api/bookings",
  "GET /api/search",
  "PUT /api/conversations/{id}/picture",
  "POST /api/admin/users/{id}/remove-messages",
  "DELETE /api/conversations/{id}/held/{messageId}",
  "POST /api/admin/held/{id}/release",
  "POST /api/admin/held/{id}/refuse",
];
const isInConversation = (name: RouteName): boolean =>
  name.includes("/conversations/{id}") || namesConversation(routes[name].body) || namesConversation(routes[name].query);
/** Good only for a message that the scan has warned of or refused: their own tests have one. */
const NEED_AN_ALARM: RouteName[] = ["POST /api/conversations/{id}/fine", "POST /api/contests"];
/** Good only in a group: its tests have one. */
const NEED_A_GROUP: RouteName[] = [
  "POST /api/conversations/{id}/members",
  "PATCH /api/conversations/{id}/members/{userId}",
  "DELETE /api/conversations/{id}/members/{userId}",
  "DELETE /api/conversations/{id}/picture",
  "GET /api/conversations/{id}/picture/{pictureId}",
];
/** Good only for a file that one sees: its tests have one. */
const NEED_A_FILE: RouteName[] = ["POST /api/attachments/copies"];
const ROUTES_IN_CONVERSATIONS = ROUTES.filter((name) => isInConversation(name) && !ROUTES_WITHOUT_IT.includes(name));

/** A good body for each route in a conversation; whoever adds a route adds its body. */
const BODIES: Partial<Record<RouteName, (userId: string, conversationId: string) => object>> = {
  "PATCH /api/conversations/{id}": () => ({ pinned: true }),
  "POST /api/conversations/{id}/members": (userId) => ({ userIds: [userId] }),
  "PATCH /api/conversations/{id}/members/{userId}": () => ({ memberRole: "admin" }),
  "POST /api/conversations/{id}/messages": () => ({ messageId: v7(), content: "let me in" }),
  "PATCH /api/conversations/{id}/messages/{messageId}": () => ({ content: "let me in" }),
  "POST /api/conversations/{id}/messages/{messageId}/reactions": () => ({ emoji: "👍", op: "add" }),
  "POST /api/conversations/{id}/read": () => ({ seq: 1 }),
  "POST /api/conversations/{id}/block": (userId) => ({ userId }),
  "POST /api/conversations/{id}/unblock": (userId) => ({ userId }),
  "POST /api/conversations/{id}/mute": () => ({ until: new Date(Date.now() + 3_600_000).toISOString() }),
  "POST /api/conversations/{id}/unmute": () => ({}),
  "POST /api/conversations/{id}/fine": () => ({ messageId: between }),
  "POST /api/contests": (_, conversationId) => ({ conversationId, messageId: between, content: "hello" }),
  "POST /api/reports": (userId, conversationId) => ({ conversationId, userId, reason: "spam" }),
  "POST /api/attachments/copies": (_, conversationId) => ({ conversationId, attachmentIds: [v7()] }),
  "POST /api/viewings": (_, conversationId) => ({ conversationId, kind: "video", slots: [slot(24)] }),
};

let alice: Person;
let bob: Person;
let carol: Person;
let dora: Person;
let together: string;
let between: string;
const missing = v7();

beforeAll(async () => {
  ({ alice, bob, carol } = await gather(baseUrl, "alice", "bob", "carol"));
  dora = await createPerson(baseUrl, "dora", "landlord");
  together = await alice.opens(bob);
  between = v7();
  await alice.says(together, "between us", { messageId: between });
  await bob.device.hears("unread_count:updated");
});
afterAll(() => disconnectAll(alice, bob, carol, dora));

const stateFor = async (person: Person) => [
  (await person.http<ConversationSummary>(`/api/conversations/${together}`)).body,
  (await person.http<MessagePage>(`/api/conversations/${together}/messages`)).body,
];
const state = async () => [await stateFor(alice), await stateFor(bob)];

/** Runs what an outsider tries; nothing may be stored, moved or told. */
const leavesNoTrace = async (attempt: () => Promise<void>): Promise<void> => {
  const before = await state();
  const marks = [alice.device.mark(), bob.device.mark(), carol.device.mark()] as const;
  await attempt();
  expect(await alice.device.newsSince(marks[0])).toEqual([]);
  expect(await bob.device.newsSince(marks[1])).toEqual([]);
  expect(await carol.device.newsSince(marks[2])).toEqual([]);
  expect(await state()).toEqual(before);
};

const requestOf = (name: RouteName, id: string, { userId = alice.id, messageId = between } = {}) => {
  const { method, path } = addressOf(name, id, messageId, userId);
  return { path, options: { method, ...(takesBody(name) ? { body: BODIES[name]?.(userId, id) ?? {} } : {}) } };
};

/** What two answers must have in common, to the byte: everything but the moment. */
const essence = ({ status, body, headers }: HttpAnswer<unknown>) => ({
  status,
  body,
  headers: [...headers].filter(([name]) => name !== "date" && name !== "x-request-id"),
});

test("every event and route in a conversation is found and has its request", () => {
  expect(EVENTS_IN_CONVERSATIONS).toEqual(expect.arrayContaining(["message:send", "message:read", "typing:start"]));
  expect(ROUTES_IN_CONVERSATIONS).toEqual(expect.arrayContaining(["GET /api/conversations/{id}/messages"]));
  expect(ROUTES_IN_CONVERSATIONS.filter((name) => takesBody(name) && !BODIES[name])).toEqual([]);
});

test.each(EVENTS_IN_CONVERSATIONS)(
  "%s tells an outsider the same of a foreign conversation and of a missing one",
  async (name) => {
    await leavesNoTrace(async () => {
      const answers = [];
      for (const id of [together, missing]) {
        const samples = samplesFor(id, alice.id, "none", missing, name === "message:send" ? v7() : between);
        answers.push(await carol.device.ask(name, samples[name]));
      }
      expect(answers[0]).toMatchObject({ ok: false, error: { code: "not_participant", retryable: false } });
      expect(answers[0]).toEqual(answers[1]);
    });
  },
);

test.each(ROUTES_IN_CONVERSATIONS)(
  "%s tells an outsider the same of a foreign conversation and of a missing one",
  async (name) => {
    await leavesNoTrace(async () => {
      const answers = [];
      for (const id of [together, missing]) {
        const { path, options } = requestOf(name, id);
        answers.push(await carol.http(path, options));
      }
      const [foreign, absent] = answers;
      if (!foreign || !absent) throw new Error("no answers");
      expectProblem(name, foreign, "not_found");
      expect(essence(foreign)).toEqual(essence(absent));
      expect(JSON.stringify(foreign.body)).not.toMatch(new RegExp(`${together}|participant|member`, "i"));
    });
  },
);

test("the same requests are good for a member, so that it is the membership that is missing", async () => {
  // About a home, between a student and its landlord: what every request asks for.
  const own = await carol.opens(dora, (await createHome(databaseUrl, dora.id)).listingId);
  const answers = [];
  const samples = samplesFor(own, dora.id);
  for (const name of EVENTS_IN_CONVERSATIONS) answers.push([name, (await carol.device.ask(name, samples[name])).ok]);
  expect(answers).toEqual(EVENTS_IN_CONVERSATIONS.map((name) => [name, true]));
  const messageId = v7();
  await carol.says(own, "to be changed", { messageId });
  const needMore = new Set<RouteName>([...NEED_AN_ALARM, ...NEED_A_GROUP, ...NEED_A_FILE]);
  for (const name of ROUTES_IN_CONVERSATIONS.filter((one) => !needMore.has(one))) {
    const { path, options } = requestOf(name, own, { userId: dora.id, messageId });
    expect([name, (await carol.http(path, options)).status < 300]).toEqual([name, true]);
  }
});

test("a sync that names a foreign conversation brings nothing of it", async () => {
  await leavesNoTrace(async () => {
    const answer = async (id: string) => {
      const { serverTime, countedAt, ...rest } = await carol.device.does("session:sync", { cursors: { [id]: 0 } });
      expect([serverTime, countedAt].every((time) => time.endsWith("Z"))).toBe(true);
      return rest;
    };
    const foreign = await answer(together);
    expect(foreign).toEqual(await answer(missing));
    expect(JSON.stringify(foreign)).not.toContain(together);
    const greeted = await carol.connects({ cursors: { [together]: 0 } });
    expect(JSON.stringify(await greeted.hears("session:ready"))).not.toContain(together);
    greeted.leaves();
  });
});

test("a check that names a foreign conversation looks at nothing of it", async () => {
  await leavesNoTrace(async () => {
    const check = (...conversationIds: string[]) => carol.device.does("session:check", { conversationIds });
    const own = await check();
    expect(await check(together)).toEqual(own);
    expect(await check(missing)).toEqual(own);
  });
});

test("an answer to a message of a foreign conversation is an answer to nothing", async () => {
  const { body } = await alice.http<MessagePage>(`/api/conversations/${together}/messages`);
  const own = await carol.opens(bob);
  await leavesNoTrace(async () => {
    const answers = [];
    for (const replyToId of [body.messages[0]?.messageId ?? "", v7()]) {
      answers.push(
        await carol.device.ask("message:send", { conversationId: own, messageId: v7(), content: "what was that?", replyToId }),
      );
    }
    expect(answers[0]?.ok).toBe(false);
    expect(answers[0]).toEqual(answers[1]);
  });
});

test("somebody one shares nothing with looks like nobody", async () => {
  const presences = async (id: string) => (await carol.device.does("presence:get", { userIds: [id] })).presences;
  expect(await presences(alice.id)).toEqual([{ userId: alice.id, status: "offline", lastSeenAt: null }]);
  expect(await presences(missing)).toEqual([{ userId: missing, status: "offline", lastSeenAt: null }]);
});

test.each(ROUTES.filter((name) => routes[name].access === "session"))("%s is for those who are signed in", async (name) => {
  await leavesNoTrace(async () => {
    for (const id of [together, missing, "nothing"]) {
      const { path, options } = requestOf(name, id);
      expectProblem(name, await request(baseUrl + path, options), "unauthenticated");
      expectProblem(name, await request(baseUrl + path, { ...options, token: "x" }), "unauthenticated");
    }
  });
});
