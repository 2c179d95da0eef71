import sharp from "sharp";
import { v7 } from "uuid";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import type { ConversationSummary } from "#lib/contract/conversations.ts";
import type { Message, MessagePage } from "#lib/contract/messages.ts";
import { enqueue, looksAreOver } from "../harness/jobs.ts";
import { disconnectAll, gather, type Person } from "../harness/person.ts";
import { picture } from "../harness/pictures.ts";
import { startSite } from "../harness/site.ts";
import { execute } from "../harness/sql.ts";

/** What the page of a link says of itself, below the message that names it. */

const baseUrl = inject("baseUrl");
const databaseUrl = inject("databaseUrl");
let alice: Person;
let bob: Person;
let carol: Person;
let together: string;
let site: Awaited<ReturnType<typeof startSite>>;

beforeAll(async () => {
  site = await startSite();
  ({ alice, bob, carol } = await gather(baseUrl, "alice", "bob", "carol"));
  together = await alice.opens(bob);
  await alice.says(together, "hello");
  await bob.says(together, "hello");
});
afterAll(async () => {
  disconnectAll(alice, bob, carol);
  await site.stop();
});

const looked = (conversationId = together) => looksAreOver(databaseUrl, conversationId);
const find = async (person: Person, messageId: string, conversationId = together): Promise<Message | undefined> => {
  const { body } = await person.http<MessagePage>(`/api/conversations/${conversationId}/messages?limit=100`);
  return body.messages.find((message) => message.messageId === messageId);
};
const says = async (person: Person, content: string, conversationId = together): Promise<string> => {
  const messageId = v7();
  await person.says(conversationId, content, { messageId });
  return messageId;
};
/** The message once its link has been looked at. */
const shown = async (person: Person, content: string, conversationId = together) => {
  const messageId = await says(person, content, conversationId);
  await looked(conversationId);
  return find(bob, messageId, conversationId);
};
const summary = async (person: Person) => (await person.http<ConversationSummary>(`/api/conversations/${together}`)).body;
const edits = (messageId: string, content: string) =>
  alice.device.does("message:edit", { conversationId: together, messageId, content });
const withPreview = (messageId: string) => (news: Message) => news.messageId === messageId && news.preview !== undefined;

test("a link is sent as ever; what its page says follows as one change of the message, on every device, and counts for nobody", async () => {
  site.pictures("/room.jpg", await picture("jpeg", { width: 1200, height: 800 }));
  const head = `<title>no</title><meta property="og:title" content="A room &lt;b&gt; by the \u202eriver">
    <meta property="og:image" content="/room.jpg"><meta name="description" content="Twelve square metres">`;
  const url = site.shows("/room", head);
  const phone = await alice.connects();
  const mark = carol.device.mark();
  const messageId = v7();
  const receipt = await alice.says(together, `Look: ${url}.`, { messageId });
  const first = await bob.device.hears("message:received", (news) => news.messageId === messageId);
  expect(first.preview).toBeUndefined();
  const told = await bob.device.hears("message:edited", withPreview(messageId));
  expect(told).toEqual({
    ...first,
    rev: receipt.rev + 1,
    preview: {
      url,
      title: "A room <b> by the river",
      description: "Twelve square metres",
      siteName: new URL(url).hostname,
      imageUrl: expect.stringMatching(/^\/previews\/[0-9a-f-]{36}\.webp$/),
    },
  });
  expect(told.editedAt).toBeNull();
  for (const device of [alice.device, phone]) expect(await device.hears("message:edited", withPreview(messageId))).toEqual(told);
  expect(await find(bob, messageId)).toEqual(told);
  expect(await summary(bob)).toMatchObject({ lastMessage: told, rev: told.rev, lastSeq: told.seq, unreadCount: 1 });
  const { changes } = await bob.device.does("session:sync", { cursors: { [together]: receipt.rev } });
  expect(changes.find(({ conversation }) => conversation.id === together)?.messages).toEqual([told]);
  expect(await carol.device.newsSince(mark)).toEqual([]);

  const answer = await fetch(baseUrl + told.preview?.imageUrl);
  expect([answer.status, answer.headers.get("content-type"), answer.headers.get("x-content-type-options")]).toEqual([
    200,
    "image/webp",
    "nosniff",
  ]);
  const kept = await sharp(Buffer.from(await answer.arrayBuffer())).metadata();
  expect([kept.format, Math.max(kept.width, kept.height), kept.exif]).toEqual(["webp", 640, undefined]);

  const again = await shown(bob, `${url} is the one`);
  expect(again?.preview).toEqual(told.preview);
  expect([site.timesAsked("/room"), site.timesAsked("/room.jpg")]).toEqual([1, 1]);
  phone.leaves();
});

test("a page that says nothing, and one that is not there, show nothing and are not asked again soon", async () => {
  for (const [path, url] of [
    ["/empty", site.shows("/empty", "<meta name=description content='no title'>")],
    ["/gone", site.nowhere("/gone")],
    ["/crypto", site.shows("/crypto", "<title>Send the deposit by Western Union today and I will post you the keys</title>")],
  ] as const) {
    const before = await summary(alice);
    for (const word of ["see", "and see"]) expect((await shown(alice, `${word} ${url}`))?.preview).toBeUndefined();
    expect((await summary(alice)).rev).toBe(before.rev + 2);
    expect(site.timesAsked(path)).toBe(1);
  }
});

test("who does not want it is not looked for, and others are", async () => {
  const url = site.shows("/private", "<title>Private</title>");
  await alice.http("/api/preferences", { method: "PATCH", body: { linkPreviews: false } });
  expect((await shown(alice, url))?.preview).toBeUndefined();
  expect(site.timesAsked("/private")).toBe(0);
  expect((await shown(bob, url))?.preview).toMatchObject({ title: "Private" });
  await alice.http("/api/preferences", { method: "PATCH", body: { linkPreviews: true } });
});

test("of whom one has not answered, links are plain text without a preview", async () => {
  const fresh = await bob.opens(carol);
  const url = site.shows("/stranger", "<title>Stranger</title>");
  await bob.says(fresh, "Is the room free?");
  await carol.says(fresh, "It is.");
  expect((await shown(carol, url, fresh))?.preview).toBeUndefined();
  expect(site.timesAsked("/stranger")).toBe(0);
  await bob.says(fresh, "Good!");
  expect((await shown(carol, `so ${url}`, fresh))?.preview).toMatchObject({ title: "Stranger" });
});

test("another link brings another preview, the same one keeps it, none takes it away; a deleted message shows none", async () => {
  const [one, other] = [site.shows("/one", "<title>One</title>"), site.shows("/other", "<title>Other</title>")];
  const messageId = await says(alice, one);
  const { preview } = await alice.device.hears("message:edited", withPreview(messageId));
  expect(preview).toMatchObject({ title: "One" });
  expect((await edits(messageId, `${one} is nice`)).preview).toEqual(preview);
  expect((await edits(messageId, `${other} is nicer`)).preview).toBeUndefined();
  const next = await bob.device.hears("message:edited", ({ preview }) => preview?.title === "Other");
  expect(next.messageId).toBe(messageId);
  expect((await edits(messageId, "or neither")).preview).toBeUndefined();
  expect((await edits(messageId, one)).preview).toBeUndefined();
  await looked();
  expect((await find(bob, messageId))?.preview).toEqual(preview);
  const tombstone = await alice.device.does("message:delete", { conversationId: together, messageId });
  expect(tombstone.preview).toBeUndefined();
  await looked();
  expect(await find(bob, messageId)).toEqual(tombstone);
  expect(site.timesAsked("/one")).toBe(1);
});

test("what no message shows any more is dropped after a day, its picture too, and what one shows stays", async () => {
  site.pictures("/a.jpg", await picture("jpeg"));
  const head = (title: string) => `<title>${title}</title><meta property=og:image content=/a.jpg>`;
  const [kept, dropped] = [
    await shown(alice, site.shows("/kept", head("Kept"))),
    await shown(alice, site.shows("/dropped", head("Dropped"))),
  ];
  await alice.device.does("message:delete", { conversationId: together, messageId: dropped?.messageId ?? "" });
  await execute(
    databaseUrl,
    "update link_previews set fetched_at = fetched_at - interval '25 hours' where title in ('Kept', 'Dropped')",
  );
  await enqueue(databaseUrl, "upkeep:clean", [{}]);
  await expect.poll(async () => (await fetch(`${baseUrl}${dropped?.preview?.imageUrl}`)).status).toBe(404);
  expect((await fetch(`${baseUrl}${kept?.preview?.imageUrl}`)).status).toBe(200);
  expect((await find(bob, kept?.messageId ?? ""))?.preview).toEqual(kept?.preview);
  await shown(alice, site.shows("/kept", head("Kept anew")));
  expect(site.timesAsked("/kept")).toBe(2);
});
