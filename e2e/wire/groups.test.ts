import { v7 } from "uuid";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import type { ConversationSummary } from "#lib/contract/conversations.ts";
import type { Message, MessagePage } from "#lib/contract/messages.ts";
import { acquaint, groupsOf } from "../harness/groups.ts";
import { createHome } from "../harness/homes.ts";
import { createPerson, disconnectAll, gather, type Person } from "../harness/person.ts";
import { expectProblem } from "../harness/problem.ts";

const baseUrl = inject("baseUrl");
let alice: Person;
let bob: Person;
let carol: Person;
let dora: Person;
let stranger: Person;

beforeAll(async () => {
  ({ alice, bob, carol, dora, stranger } = await gather(baseUrl, "alice", "bob", "carol", "dora", "stranger"));
  await acquaint(alice, bob, carol, dora);
});
afterAll(() => disconnectAll(alice, bob, carol, dora, stranger));

const isOf =
  (id: string) =>
  ({ conversationId }: { conversationId: string }) =>
    conversationId === id;

/** A group that alice leads, of which everybody in it has heard all there is. */
const house = async (...others: Person[]): Promise<string> => {
  const { id } = (await groupsOf(alice).makes("Rook House", others)).body;
  for (const { device } of [alice, ...others]) await device.hears("unread_count:updated", isOf(id));
  return id;
};
const history = async (person: Person, id: string): Promise<Message[]> =>
  (await person.http<MessagePage>(`/api/conversations/${id}/messages`)).body.messages;
const lines = (messages: Message[]) =>
  messages.flatMap(({ senderName, system }) =>
    system?.type === "group" ? [[senderName, system.event, ...system.people.map(({ name }) => name)]] : [],
  );
const roles = ({ participants }: ConversationSummary) =>
  Object.fromEntries(participants.map(({ name, memberRole }) => [name, memberRole]));

test("a group is there for everybody in it at once, and for nobody else", async () => {
  const phone = await bob.connects();
  const quiet = [dora.device.mark(), stranger.device.mark()] as const;
  const { status, body } = await groupsOf(alice).makes("  Rook House ", [bob, carol]);
  expect(status).toBe(201);
  expect(body).toMatchObject({ kind: "group", title: "Rook House", membership: "active", unreadCount: 0, lastSeq: 1, rev: 1 });
  expect(roles(body)).toEqual({ alice: "admin", bob: "member", carol: "member" });
  for (const device of [alice.device, bob.device, phone, carol.device]) {
    expect(await device.hears("conversation:created", ({ id }) => id === body.id)).toMatchObject({
      title: "Rook House",
      unreadCount: 0,
      lastMessage: { system: { type: "group", event: "created", title: "Rook House" } },
    });
  }
  await alice.says(body.id, "Who has the key?");
  for (const device of [bob.device, phone, carol.device]) {
    await device.hears("message:received", (message) => message.content === "Who has the key?" && isOf(body.id)(message));
  }
  expect(await dora.device.newsSince(quiet[0])).toEqual([]);
  expect(await stranger.device.newsSince(quiet[1])).toEqual([]);
  expect(await groupsOf(carol).sees(body.id)).toMatchObject({ unreadCount: 1, lastSeq: 2 });
  phone.leaves();
});

test("a group about a home names it, and one about no home that is to be had is refused", async () => {
  const lena = await createPerson(baseUrl, "lena", "landlord");
  const { listingId } = await createHome(inject("databaseUrl"), lena.id);
  const { body } = await groupsOf(alice).makes("The viewing", [bob], { listingId });
  expect(body.listing).toMatchObject({ id: listingId });
  expectProblem("POST /api/conversations", await groupsOf(alice).makes("Nothing", [bob], { listingId: v7() }), "not_found");
  disconnectAll(lena);
});

test("one brings people one shares a conversation with: a stranger looks like nobody, and a block stands between two", async () => {
  const before = alice.device.mark();
  const makes = groupsOf(alice).makes;
  const withStranger = await makes("Rook House", [bob, stranger]);
  expectProblem("POST /api/conversations", withStranger, "not_found");
  expect(withStranger.body).toEqual((await makes("Rook House", [bob, { id: v7() }])).body);
  await dora.device.does("block:user", { userId: alice.id });
  expectProblem("POST /api/conversations", await makes("Rook House", [bob, dora]), "blocked");
  const id = await house(bob);
  expectProblem("POST /api/conversations/{id}/members", await groupsOf(alice).adds(id, dora), "blocked");
  expectProblem("POST /api/conversations/{id}/members", await groupsOf(alice).adds(id, stranger), "not_found");
  await dora.device.does("unblock:user", { userId: alice.id });
  expect((await groupsOf(alice).adds(id, dora)).status).toBe(200);
  expect((await alice.device.newsSince(before)).filter(({ event }) => event === "conversation:created")).toHaveLength(1);
  expect(stranger.device.heard("conversation:created")).toEqual([]);
});

test.each([
  ["nobody", () => ({ title: "Rook House", userIds: [] })],
  ["oneself alone", () => ({ title: "Rook House", userIds: [alice.id] })],
  ["no title", () => ({ title: " ", userIds: [bob.id] })],
  ["too many", () => ({ title: "Rook House", userIds: Array.from({ length: 200 }, () => v7()) })],
  ["somebody else's name", () => ({ title: "Rook House", userIds: [bob.id], senderId: bob.id })],
] as const)("a group with %s is refused", async (_, body) => {
  const answer = await alice.http("/api/conversations", { method: "POST", body: { kind: "group", ...body() } });
  expectProblem("POST /api/conversations", answer, "validation_failed");
});

test("what a group is called goes through the scan", async () => {
  const answer = await groupsOf(alice).makes("Send the deposit by Western Union", [bob]);
  expectProblem("POST /api/conversations", answer, "content_rejected");
});

test("its admins rename it, bring people in and make others admins; each step is a line, and nobody has it to read", async () => {
  const id = await house(bob, carol);
  for (const step of [
    () => groupsOf(bob).renames(id, "Bob's House"),
    () => groupsOf(bob).adds(id, dora),
    () => groupsOf(bob).makesAdmin(id, bob),
    () => groupsOf(bob).removes(id, carol),
  ])
    expect((await step()).body).toMatchObject({ code: "forbidden" });
  const { rev } = await groupsOf(alice).sees(id);
  expect((await groupsOf(alice).renames(id, "The Nest")).body).toMatchObject({ title: "The Nest", rev: rev + 1 });
  expect(await bob.device.hears("conversation:updated", (one) => one.id === id && one.title === "The Nest")).toMatchObject({
    rev: rev + 1,
    unreadCount: 0,
  });
  expect(roles((await groupsOf(alice).adds(id, dora, bob)).body)).toMatchObject({ dora: "member", bob: "member" });
  expect(roles((await groupsOf(alice).makesAdmin(id, bob)).body)).toMatchObject({ alice: "admin", bob: "admin" });
  expect((await groupsOf(bob).removes(id, carol)).status).toBe(204);
  expect(lines(await history(bob, id))).toEqual([
    ["alice", "created"],
    ["alice", "renamed"],
    ["alice", "added", "dora"],
    ["alice", "made_admin", "bob"],
    ["bob", "removed", "carol"],
  ]);
  for (const person of [alice, bob, dora]) expect((await groupsOf(person).sees(id)).unreadCount).toBe(0);
});

test("what stands already is no step and told to nobody", async () => {
  const id = await house(bob, carol);
  const mark = bob.device.mark();
  const { rev } = await groupsOf(alice).sees(id);
  expect((await groupsOf(alice).renames(id, "Rook House")).body.rev).toBe(rev);
  expect((await groupsOf(alice).adds(id, bob)).body.rev).toBe(rev);
  expect((await groupsOf(alice).makesAdmin(id, alice)).body.rev).toBe(rev);
  expect(await bob.device.newsSince(mark)).toEqual([]);
});

test("who joins sees what comes from then on, and can answer nothing else", async () => {
  const id = await house(bob);
  const messageId = v7();
  const { seq } = await bob.says(id, "before dora", { messageId });
  await groupsOf(alice).adds(id, dora);
  const created = await dora.device.hears("conversation:created", (one) => one.id === id);
  expect(created).toMatchObject({ unreadCount: 0, lastSeq: seq + 1, lastMessage: { system: { event: "added" } } });
  await bob.says(id, "after dora");
  expect((await history(dora, id)).map(({ content }) => content)).toEqual(["", "after dora"]);
  const { changes } = await dora.device.does("session:sync", { cursors: { [id]: 0 } });
  const brought = changes.flatMap((change) => (change.conversation.id === id ? change.messages : []));
  expect(brought.map(({ content }) => content)).toEqual(["", "after dora"]);
  const answer = await dora.device.ask("message:send", {
    conversationId: id,
    messageId: v7(),
    content: "what?",
    replyToId: messageId,
  });
  expect(answer).toMatchObject({ ok: false, error: { code: "validation_failed" } });
  const receipts = await bob.http<{ receipts: { name: string }[] }>(`/api/conversations/${id}/messages/${messageId}/receipts`);
  expect(receipts.body.receipts.map(({ name }) => name)).toEqual(["alice"]);
  await carol.device.newsSince(0);
  expect(carol.device.heard("message:received", isOf(id))).toEqual([]);
});

test("who is removed hears that, on every device, and nothing after it; what is left to them says nothing of what comes", async () => {
  const id = await house(bob, carol);
  const { seq } = await carol.says(id, "with bob");
  const phone = await bob.connects();
  const devices = [bob.device, phone];
  await groupsOf(alice).removes(id, bob);
  for (const device of devices) {
    const left = await device.hears("conversation:removed", (one) => one.id === id);
    expect(left).toMatchObject({ membership: "left", participants: [], title: null, lastMessage: null, lastSeq: seq });
  }
  const marks = devices.map((device) => device.mark());
  await carol.says(id, "without bob");
  await groupsOf(alice).renames(id, "Without Bob");
  await carol.device.does("typing:start", { conversationId: id });
  for (const [index, device] of devices.entries()) {
    expect(await device.newsSince(marks[index] ?? 0)).toEqual([]);
    expect(await device.ask("message:send", { conversationId: id, messageId: v7(), content: "hello?" })).toMatchObject({
      ok: false,
      error: { code: "not_participant" },
    });
  }
  const back = await bob.connects({ cursors: { [id]: 1 } });
  const { changes } = await back.hears("session:ready");
  const change = changes.find(({ conversation }) => conversation.id === id);
  expect(change).toMatchObject({ conversation: { membership: "left", participants: [], lastSeq: seq }, messages: [] });
  expect(JSON.stringify(changes)).not.toContain("ithout");
  for (const path of ["", "/messages"]) {
    expectProblem("GET /api/conversations/{id}", await bob.http(`/api/conversations/${id}${path}`), "not_found");
  }
  expect(roles(await groupsOf(carol).sees(id))).toEqual({ alice: "admin", carol: "member" });
  for (const device of [phone, back]) device.leaves();
});

test("who is added again begins anew, also on a device that was away meanwhile", async () => {
  const id = await house(bob, carol);
  await carol.says(id, "the first time");
  const { rev } = await groupsOf(bob).sees(id);
  await groupsOf(bob).leaves(id);
  await carol.says(id, "while bob was out");
  await groupsOf(alice).adds(id, bob);
  await carol.says(id, "the second time");
  const visible = ["", "the second time"];
  expect((await history(bob, id)).map(({ content }) => content)).toEqual(visible);
  const tablet = await bob.connects({ cursors: { [id]: rev } });
  const { changes } = await tablet.hears("session:ready");
  const about = changes.filter(({ conversation }) => conversation.id === id);
  expect(about.map(({ conversation }) => conversation.membership)).toEqual(["left", "active"]);
  expect(about[1]?.messages.map(({ content }) => content)).toEqual(visible);
  const now = (await groupsOf(bob).sees(id)).rev;
  const { changes: later } = await tablet.does("session:sync", { cursors: { [id]: now } });
  expect(later.filter(({ conversation }) => conversation.id === id).map(({ conversation }) => conversation.membership)).toEqual([
    "active",
  ]);
  tablet.leaves();
});

test("the last admin who leaves hands over to who is in it longest, and an empty group ends", async () => {
  const id = await house(carol);
  await groupsOf(alice).adds(id, bob);
  expect((await groupsOf(alice).leaves(id)).status).toBe(204);
  expect(roles(await groupsOf(carol).sees(id))).toEqual({ carol: "admin", bob: "member" });
  expect(lines(await history(carol, id)).slice(-2)).toEqual([
    ["alice", "left"],
    ["alice", "made_admin", "carol"],
  ]);
  await groupsOf(carol).leaves(id);
  expect(roles(await groupsOf(bob).sees(id))).toEqual({ bob: "admin" });
  await groupsOf(bob).leaves(id);
  for (const person of [alice, bob, carol]) {
    expectProblem("DELETE /api/conversations/{id}/members/{userId}", await groupsOf(person).leaves(id), "not_found");
  }
});

test("two admins who leave at once leave no group without one", async () => {
  const id = await house(bob, carol);
  await groupsOf(alice).makesAdmin(id, bob);
  const answers = await Promise.all([groupsOf(alice).leaves(id), groupsOf(bob).leaves(id)]);
  expect(answers.map(({ status }) => status)).toEqual([204, 204]);
  expect(roles(await groupsOf(carol).sees(id))).toEqual({ carol: "admin" });
});

test("a pair stays a pair, whoever wants it otherwise", async () => {
  const id = await alice.opens(bob);
  for (const answer of [
    await groupsOf(alice).adds(id, carol),
    await groupsOf(alice).renames(id, "Us"),
    await groupsOf(alice).makesAdmin(id, bob),
    await groupsOf(alice).removes(id, bob),
    await groupsOf(alice).leaves(id),
  ])
    expect(answer.body).toMatchObject({ code: "conflict" });
  expect(await groupsOf(bob).sees(id)).toMatchObject({ kind: "direct", title: null });
});

test("to an outsider there is no group, whatever they ask", async () => {
  const id = await house(bob);
  const mark = bob.device.mark();
  for (const answer of [
    await groupsOf(stranger).adds(id, stranger),
    await groupsOf(stranger).renames(id, "Mine"),
    await groupsOf(stranger).makesAdmin(id, stranger),
    await groupsOf(stranger).removes(id, bob),
    await groupsOf(stranger).leaves(id),
  ])
    expectProblem("POST /api/conversations/{id}/members", answer, "not_found");
  expect(await bob.device.newsSince(mark)).toEqual([]);
});
