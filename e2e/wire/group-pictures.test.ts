import sharp from "sharp";
import { v7 } from "uuid";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import type { ConversationPage } from "#lib/contract/conversations.ts";
import { groupsOf, setsPicture } from "../harness/groups.ts";
import { disconnectAll, gather, type Person } from "../harness/person.ts";
import { picture } from "../harness/pictures.ts";

/** The picture of a group: who may give it one, who sees it, and that it is gone when it is taken away. */

const baseUrl = inject("baseUrl");
let alice: Person;
let bob: Person;
let carol: Person;
let house: string;

beforeAll(async () => {
  ({ alice, bob, carol } = await gather(baseUrl, "alice", "bob", "carol"));
  await alice.opens(bob);
  await alice.opens(carol);
  house = (await groupsOf(alice).makes("Rook House", [bob])).body.id;
});
afterAll(() => disconnectAll(alice, bob, carol));

const jpeg = async (colour: string) => new Uint8Array(await picture("jpeg", { colour }));
const sets = async (person: Person, id = house, colour = "red") => setsPicture(baseUrl, person, id, await jpeg(colour));
const looks = async ({ tokens }: Person, url: string, headers = {}) => {
  const response = await fetch(baseUrl + url, { headers: { authorization: `Bearer ${tokens.accessToken}`, ...headers } });
  return { status: response.status, headers: response.headers, bytes: Buffer.from(await response.arrayBuffer()) };
};

test("an admin gives it one: square, without what the camera wrote, with a line, for those in the group alone", async () => {
  const mark = carol.device.mark();
  const { status, body } = await sets(alice);
  const url = body.pictureUrl ?? "";
  expect([status, url]).toEqual([200, expect.stringMatching(new RegExp(`^/api/conversations/${house}/picture/[0-9a-f-]{36}$`))]);
  const told = await bob.device.hears("conversation:updated", ({ pictureUrl }) => pictureUrl === url);
  expect([told.rev, told.unreadCount]).toEqual([body.rev, 0]);
  const line = await bob.device.hears(
    "message:received",
    ({ system }) => system?.type === "group" && system.event === "picture_set",
  );
  expect([line.senderId, line.rev]).toEqual([alice.id, body.rev]);
  const { body: list } = await bob.http<ConversationPage>("/api/conversations");
  expect(list.items.find(({ id }) => id === house)?.pictureUrl).toBe(url);

  const seen = await looks(bob, url);
  const { width, height, format, exif } = await sharp(seen.bytes).metadata();
  expect([seen.status, format, width, height, exif]).toEqual([200, "webp", 288, 288, undefined]);
  expect(Object.fromEntries(seen.headers)).toMatchObject({
    "content-type": "image/webp",
    "cache-control": "private, no-cache",
    "x-content-type-options": "nosniff",
  });
  expect((await looks(bob, url, { "if-none-match": seen.headers.get("etag") ?? "" })).status).toBe(304);
  expect((await looks(carol, url)).status).toBe(404);
  expect((await looks(bob, url.replace(/[^/]+$/, v7()))).status).toBe(404);
  expect((await fetch(baseUrl + url)).status).toBe(401);
  expect(await carol.device.newsSince(mark)).toEqual([]);
});

test("nobody else does, and nothing but a picture is one", async () => {
  expect((await sets(bob)).body.code).toBe("forbidden");
  expect((await groupsOf(bob).takesPictureAway(house)).status).toBe(403);
  expect((await sets(carol)).body.code).toBe("not_found");
  expect((await sets(alice, await alice.opens(bob))).body.code).toBe("conflict");
  const { pictureUrl } = await groupsOf(alice).sees(house);
  const text = new Uint8Array(Buffer.from("<svg onload=alert(1)>"));
  expect((await setsPicture(baseUrl, alice, house, text)).body.code).toBe("validation_failed");
  expect((await groupsOf(alice).sees(house)).pictureUrl).toBe(pictureUrl);
});

test("another one takes its place, who is out sees none, and without one it says so once", async () => {
  const first = (await groupsOf(alice).sees(house)).pictureUrl ?? "";
  const second = (await sets(alice, house, "blue")).body.pictureUrl ?? "";
  expect(second).not.toBe(first);
  expect([(await looks(alice, first)).status, (await looks(alice, second)).status]).toEqual([404, 200]);
  await groupsOf(alice).removes(house, bob);
  expect((await looks(bob, second)).status).toBe(404);
  expect(await bob.device.hears("conversation:removed", ({ id }) => id === house)).not.toHaveProperty("pictureUrl");

  const { body: bare } = await groupsOf(alice).takesPictureAway(house);
  expect(bare).not.toHaveProperty("pictureUrl");
  expect((await looks(alice, second)).status).toBe(404);
  const { rev } = await groupsOf(alice).sees(house);
  expect((await groupsOf(alice).takesPictureAway(house)).body.rev).toBe(rev);
});
