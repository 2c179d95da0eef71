import { v4, v7 } from "uuid";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { errorCodes } from "#lib/contract/errors.ts";
import type { MessagePage, SendReceipt } from "#lib/contract/messages.ts";
import { createHouseChat } from "../harness/house-chat.ts";
import { asHeard } from "../harness/nodes.ts";
import { type Device, disconnectAll, gather, type Person } from "../harness/person.ts";

const baseUrl = inject("baseUrl");
let alice: Person;
let bob: Person;
let carol: Person;
let together: string;

beforeAll(async () => {
  ({ alice, bob, carol } = await gather(baseUrl, "alice", "bob", "carol"));
  together = await alice.opens(bob);
});
afterAll(() => disconnectAll(alice, bob, carol));

const history = async (person: Person, conversationId: string) =>
  (await person.http<MessagePage>(`/api/conversations/${conversationId}/messages?limit=100`)).body.messages;

test("bob hears what alice says, her other device too, and nobody else", async () => {
  const phone = await alice.connects();
  const marks = [carol.device.mark(), alice.device.mark()] as const;
  const { seq, status, duplicate } = await alice.says(together, "Is the room on Mill Road still free?");
  expect({ status, duplicate }).toEqual({ status: "sent", duplicate: false });
  const message = await bob.device.hears("message:received", (news) => news.seq === seq);
  expect(message).toMatchObject({
    content: "Is the room on Mill Road still free?",
    senderId: alice.id,
    senderName: "alice",
    kind: "text",
  });
  expect(await phone.hears("message:received", (news) => news.seq === seq)).toEqual(message);
  await bob.device.hears("unread_count:updated", (news) => news.conversationId === together && news.unreadCount > 0);
  expect(await carol.device.newsSince(marks[0])).toEqual([]);
  const ownNews = await alice.device.newsSince(marks[1]);
  expect(ownNews.filter(({ event }) => event === "message:received")).toEqual([]);
  phone.leaves();
});

const post = (person: Person, body: object) =>
  person.http<SendReceipt>(`/api/conversations/${together}/messages`, { method: "POST", body });

test("a repeat by the same socket, another socket and HTTP at once, with other words, is one message", async () => {
  const phone = await alice.connects();
  const messageId = v7();
  const draft = (content: string) => ({ conversationId: together, messageId, content });
  const [first, second, third] = await Promise.all([
    alice.device.does("message:send", draft("the first words")),
    phone.does("message:send", draft("other words")),
    post(alice, draft("words over HTTP")).then(({ body }) => body),
    alice.device.does("message:send", draft("the first words")),
  ]);
  expect(new Set([first.seq, second.seq, third.seq]).size).toBe(1);
  const answers = [first, second, third];
  const winner = answers.find(({ duplicate }) => !duplicate);
  const repeat = answers.find(({ duplicate }) => duplicate);
  expect([winner?.duplicate, repeat?.message?.messageId]).toEqual([false, messageId]);
  const stored = (await history(bob, together)).filter((message) => message.messageId === messageId);
  expect(stored).toHaveLength(1);
  expect(stored[0]).toEqual(repeat?.message);
  await bob.device.newsSince(0);
  expect(bob.device.heard("message:received", (news) => news.messageId === messageId)).toHaveLength(1);
  phone.leaves();
});

test("a repeat over HTTP says 200, the first 201", async () => {
  const messageId = v4();
  const statuses = [await post(alice, { messageId, content: "over HTTP" }), await post(alice, { messageId, content: "again" })];
  expect(statuses.map(({ status }) => status)).toEqual([201, 200]);
  expect(statuses[1]?.body.message?.content).toBe("over HTTP");
});

test("somebody else's use of an id is a conflict, and changes nothing", async () => {
  const messageId = v7();
  await alice.says(together, "mine", { messageId });
  const before = await history(alice, together);
  const answer = await bob.device.ask("message:send", { conversationId: together, messageId, content: "no, mine" });
  expect(answer).toMatchObject({ ok: false, error: { code: "conflict", retryable: false } });
  expect((await post(bob, { messageId, content: "no, mine" })).status).toBe(errorCodes.conflict.status);
  expect(await history(alice, together)).toEqual(before);
});

test("the same id in another conversation is another message", async () => {
  const elsewhere = await alice.opens(carol);
  const messageId = v7();
  expect(await alice.says(together, "to bob", { messageId })).toMatchObject({ duplicate: false });
  expect(await alice.says(elsewhere, "to carol", { messageId })).toMatchObject({ duplicate: false, seq: 1 });
});

const SEQS = Array.from({ length: 50 }, (_, index) => index + 1);

test("fifty messages at once by five people get 1 to 50, in each one's order", async () => {
  const everybody = Object.values(await gather(baseUrl, "dora", "ed", "finn", "gwen", "hugo"));
  const conversationId = await createHouseChat(inject("databaseUrl"), everybody);
  const devices: Device[] = await Promise.all(everybody.map((person) => person.connects()));
  const sends = devices.map((device, index) =>
    Array.from({ length: 10 }, (_, turn) =>
      device.does("message:send", { conversationId, messageId: v7(), content: `person ${index} turn ${turn}` }),
    ),
  );
  const seqs = await Promise.all(sends.map((byOne) => Promise.all(byOne.map((sent) => sent.then(({ seq }) => seq)))));
  expect(seqs.flat().sort((one, other) => one - other)).toEqual(SEQS);
  for (const byOne of seqs) expect(byOne).toEqual([...byOne].sort((one, other) => one - other));
  for (const [index, device] of devices.entries()) {
    const last = Math.max(...seqs.filter((_, other) => other !== index).flat());
    await device.hears("message:received", ({ seq }) => seq === last);
    const heard = device.heard("message:received", () => true).map(({ seq }) => seq);
    expect(asHeard(heard)).toEqual(SEQS.filter((seq) => !seqs[index]?.includes(seq)));
  }
  const stored =
    (await everybody[0]?.http<MessagePage>(`/api/conversations/${conversationId}/messages?limit=100`))?.body.messages ?? [];
  expect(stored.map(({ seq, rev }) => [seq, rev])).toEqual(SEQS.map((seq) => [seq, seq]));
  for (const device of devices) device.leaves();
  disconnectAll(...everybody);
});

test("messages that arrive out of order are stored as they were written", async () => {
  const conversationId = await alice.opens(await gather(baseUrl, "frank").then(({ frank }) => frank));
  const laptop = await alice.connects();
  const send = (clientSequence: number) =>
    laptop.does("message:send", { conversationId, messageId: v7(), content: `number ${clientSequence}`, clientSequence });
  const refused = laptop.ask("message:send", { conversationId, messageId: v7(), content: "  ", clientSequence: 2 });
  await Promise.all([4, 3, 1, 5].map(send));
  expect(await refused).toMatchObject({ ok: false, error: { code: "validation_failed" } });
  expect((await history(alice, conversationId)).map(({ content }) => content)).toEqual([
    "number 1",
    "number 3",
    "number 4",
    "number 5",
  ]);
  laptop.leaves();
});

test("an answer shows the beginning of what it answers; an answer to nothing is refused", async () => {
  const messageId = v7();
  await alice.says(together, "Shall we say Thursday at five?", { messageId });
  await bob.says(together, "Thursday is fine", { replyToId: messageId });
  const answer = (await history(alice, together)).at(-1);
  expect(answer?.replyTo).toEqual({ messageId, senderId: alice.id, excerpt: "Shall we say Thursday at five?" });
  expect(
    (await bob.device.ask("message:send", { conversationId: together, messageId: v7(), content: "hm", replyToId: v7() })).ok,
  ).toBe(false);
});

const BYTES = [
  "rent < 500 & > 300",
  "<script>alert('hi')</script><b>bold</b>",
  "👩‍👩‍👧‍👦 🏠 a family of four",
  "שלום, האם החדר פנוי? مرحبا",
  "Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢L̠ͨͧͩ͘G̴̻͈͍͔̹̑͗̎̅͛́Ǫ̵̹̻̝̳͂̌̌͘!͖̬̰̙̗̿̋ͥͥ̂ͣ̐́́͜͞",
  "  spaces stay  \n\tand so do lines\r\n",
  "Å versus Å",
  '{"__proto__": {"admin": true}} \\ \' " ; drop table users; --',
  "\u202Ereversed\u202C zero\u200Bwidth",
  "𝕏".repeat(4_000),
];

test("text comes back byte for byte, live and from history", async () => {
  const { gina, hal } = await gather(baseUrl, "gina", "hal");
  const conversationId = await gina.opens(hal);
  for (const content of BYTES) await gina.says(conversationId, content);
  expect((await history(hal, conversationId)).map(({ content }) => content)).toEqual(BYTES);
  await hal.device.hears("message:received", ({ seq }) => seq === BYTES.length);
  expect(hal.device.heard("message:received", () => true).map(({ content }) => content)).toEqual(BYTES);
  disconnectAll(gina, hal);
});

test.each([
  ["NUL", "a\0b", "validation_failed"],
  ["a lone surrogate", "a\uD800b", "validation_failed"],
  ["nothing", "", "validation_failed"],
  ["only white space", " \n\t ", "validation_failed"],
  ["one character too many", "x".repeat(4_001), "too_large"],
  ["one emoji too many", "🏠".repeat(4_001), "too_large"],
] as const)("%s is refused on both transports and nothing is stored", async (_, content, code) => {
  const before = (await history(alice, together)).length;
  const overSocket = await alice.device.ask("message:send", { conversationId: together, messageId: v7(), content });
  expect(overSocket).toMatchObject({ ok: false, error: { code } });
  const overHttp = await alice.http(`/api/conversations/${together}/messages`, {
    method: "POST",
    body: { messageId: v7(), content },
  });
  expect(overHttp).toMatchObject({ status: errorCodes[code].status, body: { code } });
  expect(await history(alice, together)).toHaveLength(before);
});

test.each([
  ["a sender of one's own choice", { senderId: v7() }],
  ["a seq of one's own choice", { seq: 7 }],
  ["a system line", { kind: "system" }],
  ["a picture without a file", { kind: "image" }],
  ["an id in capitals", { messageId: v7().toUpperCase() }],
  ["an id of another version", { messageId: "6ba7b810-9dad-11d1-80b4-00c04fd430c8" }],
])("%s is malformed", async (_, extra) => {
  const input = { conversationId: together, messageId: v7(), content: "hello", ...extra };
  expect(await alice.device.ask("message:send", input as never)).toMatchObject({
    ok: false,
    error: { code: "validation_failed" },
  });
});
