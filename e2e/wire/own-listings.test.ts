import { v7 } from "uuid";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import type { Listing, ListingPage } from "#lib/contract/housing.ts";
import { homeLimits } from "#lib/contract/housing-limits.ts";
import type { OwnListings } from "#lib/contract/own-listings.ts";
import { arrange, requests, takes } from "../harness/bookings.ts";
import { createHome, day } from "../harness/homes.ts";
import { addsRoom, begins, changes, oneRoom, opensHome, wholeHome } from "../harness/own-homes.ts";
import { createPerson, disconnectAll, gather, type Person, request } from "../harness/person.ts";

const baseUrl = inject("baseUrl");
const databaseUrl = inject("databaseUrl");

let alice: Person;
let bob: Person;
let lena: Person;
let otto: Person;

beforeAll(async () => {
  ({ alice, bob } = await gather(baseUrl, "alice", "bob"));
  [lena, otto] = [await createPerson(baseUrl, "lena", "landlord"), await createPerson(baseUrl, "otto", "landlord")];
});
afterAll(() => disconnectAll(alice, bob, lena, otto));

const shown = (id: string) => request<Listing>(`${baseUrl}/api/listings/${id}`);
const found = async (city: string): Promise<string[]> =>
  (await request<ListingPage>(`${baseUrl}/api/listings?city=${encodeURIComponent(city)}`)).body.items.map(({ id }) => id);
const own = async (person: Person) => (await person.http<OwnListings>("/api/my/listings")).body.items;

test("a landlord begins a draft, which only she knows of until she publishes it", async () => {
  const city = `Drafting ${v7()}`;
  const { status, body: draft } = await begins(lena, { title: "My house" });
  expect([status, draft.status]).toEqual([201, "draft"]);
  expect(draft.missing).toEqual(["city", "street", "tagline", "description", "rooms"]);
  const early = await changes(lena, draft.id, { status: "published" });
  expect([early.status, early.body.details]).toEqual([409, { reason: "incomplete", missing: draft.missing }]);
  expect((await changes(lena, draft.id, { ...wholeHome, city })).body.missing).toEqual(["rooms"]);
  expect((await addsRoom(lena, draft.id)).status).toBe(201);
  expect([(await shown(draft.id)).status, await found(city)]).toEqual([404, []]);
  expect((await own(lena)).some(({ id }) => id === draft.id)).toBe(true);
  expect((await own(otto)).some(({ id }) => id === draft.id)).toBe(false);
  const published = await changes(lena, draft.id, { status: "published" });
  expect([published.status, published.body.status, published.body.missing]).toEqual([200, "published", []]);
  expect([(await shown(draft.id)).status, await found(city)]).toEqual([200, [draft.id]]);
});

test("what is paused is found no more, and what was agreed about it goes on", async () => {
  const city = `Pausing ${v7()}`;
  const home = await opensHome(lena, { city });
  const [room] = home.rooms;
  const booking = await arrange(alice, lena, { roomId: room?.id ?? "" });
  expect((await changes(lena, home.id, { status: "paused" })).body.status).toBe("paused");
  expect([(await shown(home.id)).status, await found(city)]).toEqual([404, []]);
  expect(await bob.device.ask("listing:watch", { listingId: home.id })).toMatchObject({
    ok: false,
    error: { code: "not_found" },
  });
  expect((await requests(bob, { roomId: room?.id ?? "", from: day(300), to: day(330) })).status).toBe(404);
  await alice.says(booking.conversationId, "Is it still on?");
  expect((await takes(lena, "approve", booking.id)).status).toBe(200);
  expect((await takes(alice, "confirm", booking.id)).body.status).toBe("confirmed");
});

test("a home that comes back has the place in the search that it had", async () => {
  const city = `Returning ${v7()}`;
  const [older, newer] = [await opensHome(lena, { city }), await opensHome(lena, { city })];
  await changes(lena, older.id, { status: "paused" });
  await changes(lena, older.id, { status: "published" });
  expect(await found(city)).toEqual([newer.id, older.id]);
});

test("nobody else changes a home: they see what is published, and of a draft they know nothing", async () => {
  const home = await opensHome(lena);
  const { body: draft } = await begins(lena);
  const { body: withRoom } = await addsRoom(lena, draft.id);
  const attempts = (id: string, roomId: string): [string, string, object?][] => [
    ["PATCH", `/api/listings/${id}`, { title: "Mine now" }],
    ["DELETE", `/api/listings/${id}`],
    ["POST", `/api/listings/${id}/rooms`, oneRoom()],
    ["PATCH", `/api/rooms/${roomId}`, { rentCents: 100 }],
    ["PATCH", `/api/rooms/${roomId}/availability`, { availableFrom: day(9) }],
    ["DELETE", `/api/rooms/${roomId}`],
    ["PUT", `/api/listings/${id}/photos`, { ids: [] }],
  ];
  for (const person of [otto, alice]) {
    for (const [id, roomId, code] of [
      [home.id, home.rooms[0]?.id, "forbidden"],
      [draft.id, withRoom.rooms[0]?.id, "not_found"],
      [v7(), v7(), "not_found"],
    ] as const) {
      for (const [method, path, body] of attempts(id, roomId ?? "")) {
        const answer = await person.http(path, { method, ...(body ? { body } : {}) });
        expect([method, path, answer.body.code]).toEqual([method, path, code]);
      }
    }
    expect((await person.http(`/api/my/listings/${home.id}`)).status).toBe(404);
  }
  expect((await own(lena)).find(({ id }) => id === home.id)).toEqual(home);
  expect((await own(lena)).find(({ id }) => id === draft.id)).toEqual(withRoom);
});

test("students begin no homes, and have none; guests are asked to sign in", async () => {
  expect((await begins(alice)).body.code).toBe("forbidden");
  expect((await alice.http("/api/my/listings")).body.code).toBe("forbidden");
  expect((await request(`${baseUrl}/api/my/listings`)).body.code).toBe("unauthenticated");
  expect((await request(`${baseUrl}/api/listings`, { method: "POST", body: wholeHome })).body.code).toBe("unauthenticated");
});

test.each([
  ["no title", { title: " " }],
  ["too long a title", { title: "x".repeat(homeLimits.titleCharacters + 1) }],
  ["a title of two lines", { title: "one\ntwo" }],
  ["too long a description", { title: "x", description: "x".repeat(homeLimits.descriptionCharacters + 1) }],
  ["too many amenities", { title: "x", amenities: Array.from({ length: homeLimits.amenities + 1 }, () => "Garden") }],
  ["an amenity of nothing", { title: "x", amenities: [""] }],
  ["somebody as its landlord", { title: "x", landlordId: v7() }],
  ["a state", { title: "x", status: "published" }],
])("a home with %s is refused", async (_, body) => {
  expect((await begins(lena, body)).body.code).toBe("validation_failed");
});

test.each([
  ["no rent", { rentCents: 0 }],
  ["half a cent", { rentCents: 50_000.5 }],
  ["too high a rent", { rentCents: homeLimits.rentCents.max + 1 }],
  ["a deposit below nothing", { depositCents: -1 }],
  ["no size", { squareMetres: 0 }],
  ["no name", { name: "" }],
  ["a day that is none", { availableFrom: "2027-02-30" }],
  ["a day years away", { availableFrom: "2099-01-01" }],
])("a room with %s is refused, and nothing is stored", async (_, more) => {
  const { body: draft } = await begins(lena);
  expect((await addsRoom(lena, draft.id, more)).body.code).toBe("validation_failed");
  expect((await lena.http<{ rooms: unknown[] }>(`/api/my/listings/${draft.id}`)).body.rooms).toEqual([]);
});

test("a published home stays whole: neither its words nor its last room can be taken away", async () => {
  const home = await opensHome(lena);
  const emptied = await changes(lena, home.id, { city: "" });
  expect(emptied.body.details).toEqual({ reason: "incomplete", missing: ["city"] });
  const emptiedRoom = await lena.http(`/api/rooms/${home.rooms[0]?.id}`, { method: "DELETE" });
  expect(emptiedRoom.body).toMatchObject({ code: "conflict", details: { reason: "incomplete", missing: ["rooms"] } });
  expect((await shown(home.id)).body).toMatchObject({ city: "Testville", roomCount: 1 });
  await changes(lena, home.id, { status: "paused" });
  expect((await lena.http(`/api/rooms/${home.rooms[0]?.id}`, { method: "DELETE" })).status).toBe(200);
});

test("what was asked for once stays: it can be paused, not deleted", async () => {
  const home = await opensHome(lena);
  await addsRoom(lena, home.id, { name: "Never asked for" });
  const [room] = home.rooms;
  const booking = await arrange(alice, lena, { roomId: room?.id ?? "" });
  await takes(alice, "withdraw", booking.id);
  const { body } = await lena.http<typeof home>(`/api/my/listings/${home.id}`);
  expect(body).toMatchObject({ isUnused: false, rooms: [{ isBooked: true }, { isBooked: false }] });
  expect((await lena.http(`/api/rooms/${room?.id}`, { method: "DELETE" })).body).toMatchObject({ details: { reason: "in_use" } });
  expect((await lena.http(`/api/listings/${home.id}`, { method: "DELETE" })).body).toMatchObject({
    details: { reason: "in_use" },
  });
  expect((await lena.http(`/api/rooms/${body.rooms[1]?.id}`, { method: "DELETE" })).status).toBe(200);
  const unused = await opensHome(lena);
  expect((await lena.http(`/api/listings/${unused.id}`, { method: "DELETE" })).status).toBe(204);
  expect((await shown(unused.id)).status).toBe(404);
});

test("a home that somebody asked about stays too", async () => {
  const home = await opensHome(lena);
  await bob.opens(lena, home.id);
  expect((await lena.http(`/api/listings/${home.id}`, { method: "DELETE" })).body).toMatchObject({
    details: { reason: "in_use" },
  });
});

test("whoever watches hears when a room is offered from another day on; nobody else hears anything", async () => {
  const home = await opensHome(lena);
  const roomId = home.rooms[0]?.id ?? "";
  await bob.device.does("listing:watch", { listingId: home.id });
  const marks = [alice.device.mark(), otto.device.mark()] as const;
  const offered = await lena.http(`/api/rooms/${roomId}/availability`, { method: "PATCH", body: { availableFrom: day(40) } });
  expect(offered.status).toBe(200);
  const news = await bob.device.hears("room:availability", ({ availableFrom }) => availableFrom === day(40));
  expect(news).toMatchObject({ listingId: home.id, roomId, status: "free" });
  expect((await shown(home.id)).body.rooms[0]?.availableFrom).toBe(day(40));
  expect((await requests(alice, { roomId, from: day(2), to: day(90) })).body.details?.reason).toBe("not_free_yet");
  expect(await alice.device.newsSince(marks[0])).toEqual([]);
  expect(await otto.device.newsSince(marks[1])).toEqual([]);
});

test("a change of the rent is silent, and what is agreed keeps its price", async () => {
  const home = await opensHome(lena);
  const roomId = home.rooms[0]?.id ?? "";
  const booking = await arrange(alice, lena, { roomId });
  await bob.device.does("listing:watch", { listingId: home.id });
  const mark = bob.device.mark();
  expect((await lena.http(`/api/rooms/${roomId}`, { method: "PATCH", body: { rentCents: 77_700 } })).status).toBe(200);
  expect(await bob.device.newsSince(mark)).toEqual([]);
  expect((await shown(home.id)).body.rooms[0]?.rentCents).toBe(77_700);
  expect((await alice.http(`/api/bookings/${booking.id}`)).body).toMatchObject({ price: { rentCents: 50_000 } });
});

test("of two who delete a room and ask for it at once, one is the second", async () => {
  for (let round = 0; round < 8; round += 1) {
    const home = await opensHome(lena);
    const { body } = await addsRoom(lena, home.id, { name: "Wanted" });
    const roomId = body.rooms[1]?.id ?? "";
    const [asked, deleted] = await Promise.all([
      requests(alice, { roomId }),
      lena.http(`/api/rooms/${roomId}`, { method: "DELETE" }),
    ]);
    expect([
      [201, 409],
      [404, 200],
    ]).toContainEqual([asked.status, deleted.status]);
  }
});

test("there are at most so many rooms, also when they are added at once", async () => {
  const { body: draft } = await begins(lena);
  const answers = await Promise.all(
    Array.from({ length: homeLimits.roomsOfListing + 3 }, (_, at) => addsRoom(lena, draft.id, { name: `Room ${at}` })),
  );
  expect(answers.filter(({ status }) => status === 201)).toHaveLength(homeLimits.roomsOfListing);
  expect(answers.filter(({ body }) => body.details?.reason === "too_many")).toHaveLength(3);
});

test("a home written by another program is its landlord's all the same", async () => {
  const { listingId, roomId } = await createHome(databaseUrl, lena.id, { isPublished: false });
  expect((await own(lena)).find(({ id }) => id === listingId)).toMatchObject({ status: "draft", rooms: [{ id: roomId }] });
});
