import { v7 } from "uuid";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import type { Listing, ListingPage, RoomAvailability } from "#lib/contract/housing.ts";
import { limits } from "#lib/contract/limits.ts";
import { arrange, takes } from "../harness/bookings.ts";
import { createHome, day } from "../harness/homes.ts";
import { createPerson, disconnectAll, gather, type Person, request } from "../harness/person.ts";

const baseUrl = inject("baseUrl");
const databaseUrl = inject("databaseUrl");

let anna: Person;
let ben: Person;
let carol: Person;
let lena: Person;

beforeAll(async () => {
  ({ anna, ben, carol } = await gather(baseUrl, "anna", "ben", "carol"));
  lena = await createPerson(baseUrl, "lena", "landlord");
});
afterAll(() => disconnectAll(anna, ben, carol, lena));

const shown = async (listingId: string): Promise<Listing> =>
  (await request<Listing>(`${baseUrl}/api/listings/${listingId}`)).body;
const found = async (city: string, moveIn?: string): Promise<string[]> => {
  const query = moveIn === undefined ? "" : `&moveIn=${moveIn}`;
  return (await request<ListingPage>(`${baseUrl}/api/listings?city=${city}${query}`)).body.items.map(({ id }) => id);
};

test("a home without rooms is no home yet, and no page breaks on it", async () => {
  const city = `Nowhere ${v7()}`;
  const { listingId } = await createHome(databaseUrl, lena.id, { rooms: 0, city });
  expect((await request(`${baseUrl}/api/listings/${listingId}`)).status).toBe(404);
  expect(await found(city)).toEqual([]);
  expect((await fetch(`${baseUrl}/?city=${encodeURIComponent(city)}`)).status).toBe(200);
});

test("whoever watches a listing hears how its room stands at every step, and the page says the same", async () => {
  const { listingId, roomId } = await createHome(databaseUrl, lena.id);
  const { rooms } = await ben.device.does("listing:watch", { listingId });
  expect(rooms).toMatchObject([{ listingId, roomId, status: "free", requests: 0, availableFrom: day(0) }]);
  const marks = [carol.device.mark(), lena.device.mark()] as const;
  const stages: [Partial<RoomAvailability>, () => Promise<unknown>][] = [];
  const booking = await arrange(anna, lena, { roomId, to: day(90) });
  stages.push([{ status: "requested", requests: 1, availableFrom: day(0) }, async () => undefined]);
  stages.push([{ status: "held", requests: 0, availableFrom: day(90) }, () => takes(lena, "approve", booking.id)]);
  stages.push([{ status: "let", letUntil: day(90), heldUntil: null }, () => takes(anna, "confirm", booking.id)]);
  stages.push([
    { status: "free", letUntil: null, availableFrom: day(0) },
    () => takes(lena, "cancel", booking.id, { reason: "other" }),
  ]);
  for (const [state, step] of stages) {
    await step();
    const news = await ben.device.hears("room:availability", ({ status }) => status === state.status);
    expect(news).toMatchObject({ listingId, roomId, ...state });
    expect((await shown(listingId)).rooms[0]).toMatchObject(state);
  }
  expect(await carol.device.newsSince(marks[0])).toEqual([]);
  expect((await lena.device.newsSince(marks[1])).filter(({ event }) => event === "room:availability")).toEqual([]);
});

test("what is held is held until the deadline, and how many ask is told", async () => {
  const { listingId, roomId } = await createHome(databaseUrl, lena.id);
  await arrange(anna, lena, { roomId });
  await arrange(ben, lena, { roomId, from: day(300), to: day(400) });
  expect((await shown(listingId)).rooms[0]).toMatchObject({ status: "requested", requests: 2 });
  const held = await arrange(carol, lena, { roomId, from: day(3), to: day(9) }, "approve");
  expect((await shown(listingId)).rooms[0]).toMatchObject({ status: "held", heldUntil: held.deadlineAt, requests: 2 });
});

test("who stopped watching hears no more", async () => {
  const { listingId, roomId } = await createHome(databaseUrl, lena.id);
  await ben.device.does("listing:watch", { listingId });
  expect(await ben.device.does("listing:unwatch", { listingId })).toEqual({ rooms: [] });
  const mark = ben.device.mark();
  await arrange(anna, lena, { roomId });
  expect((await ben.device.newsSince(mark)).filter(({ event }) => event === "room:availability")).toEqual([]);
});

test("a draft is watched no more than nothing at all, and nothing is heard of it", async () => {
  const { listingId } = await createHome(databaseUrl, lena.id, { isPublished: false });
  for (const id of [listingId, v7()]) {
    for (const { device } of [ben, lena]) {
      expect(await device.ask("listing:watch", { listingId: id })).toMatchObject({ ok: false, error: { code: "not_found" } });
    }
  }
});

test("a connection watches only so many listings; leaving one makes room, and another connection has its own", async () => {
  const homes = await Promise.all(Array.from({ length: limits.watchedListings + 1 }, () => createHome(databaseUrl, lena.id)));
  const phone = await ben.connects();
  const [first, ...rest] = homes.map(({ listingId }) => listingId);
  const last = rest.pop() ?? "";
  for (const listingId of [first ?? "", ...rest]) await phone.does("listing:watch", { listingId });
  expect(await phone.ask("listing:watch", { listingId: last })).toMatchObject({ ok: false, error: { code: "conflict" } });
  await phone.does("listing:watch", { listingId: first ?? "" });
  await phone.does("listing:unwatch", { listingId: first ?? "" });
  await phone.does("listing:watch", { listingId: last });
  phone.leaves();
});

test("a search for a day of moving in leaves out what somebody has by then", async () => {
  const city = `Somewhere${Date.now()}`;
  const { listingId, roomId } = await createHome(databaseUrl, lena.id, { city });
  const booking = await arrange(anna, lena, { roomId, from: day(10), to: day(90) });
  expect(await found(city, day(20))).toEqual([listingId]);
  await takes(lena, "approve", booking.id);
  expect(await found(city, day(20))).toEqual([]);
  expect(await found(city, day(90))).toEqual([listingId]);
  expect(await found(city)).toEqual([listingId]);
  await takes(anna, "withdraw", booking.id);
  expect(await found(city, day(20))).toEqual([listingId]);
});
