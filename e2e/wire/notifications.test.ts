import { v7 } from "uuid";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import type { Booking } from "#lib/contract/bookings.ts";
import type { Notification, NotificationCount, NotificationPage } from "#lib/contract/notifications.ts";
import { arrange, requests, takes } from "../harness/bookings.ts";
import { createHome, day } from "../harness/homes.ts";
import { createPerson, disconnectAll, gather, type Person } from "../harness/person.ts";
import { expectProblem } from "../harness/problem.ts";
import { execute } from "../harness/sql.ts";

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

const freshRoom = async (): Promise<string> => (await createHome(databaseUrl, lena.id)).roomId;
const page = async (person: Person, query = ""): Promise<NotificationPage> =>
  (await person.http<NotificationPage>(`/api/notifications${query}`)).body;
const read = (person: Person, body: object) =>
  person.http<NotificationCount>("/api/notifications/read", { method: "POST", body });
const isOf =
  ({ id }: Booking, event?: string) =>
  ({ about }: Notification): boolean =>
    about.type === "booking_event" && about.bookingId === id && (event === undefined || about.event === event);
/** Who did what. */
const stepOf = ({ about }: Notification): string =>
  about.type === "viewing_reminder" ? "reminded" : `${about.by} ${about.event}`;

/** What somebody was told of a booking, the newest first. */
const told = async (person: Person, booking: Booking): Promise<string[]> =>
  (await page(person, "?limit=100")).items.filter(isOf(booking)).map(stepOf);

test("each step is told to the other side once, live and afterwards, and to nobody else", async () => {
  const mark = carol.device.mark();
  const booking = await arrange(anna, lena, { roomId: await freshRoom() }, "approve", "confirm");
  const news = await lena.device.hears("notification:new", isOf(booking, "request"));
  expect(news).toEqual({
    id: expect.any(String),
    actor: { id: anna.id, name: "anna" },
    conversationId: booking.conversationId,
    listing: booking.listing,
    about: {
      type: "booking_event",
      bookingId: booking.id,
      event: "request",
      by: "student",
      room: "Room 1",
      from: booking.from,
      to: booking.to,
      reason: null,
      note: null,
    },
    createdAt: booking.createdAt,
    readAt: null,
  });
  expect((await page(lena, "?limit=100")).items).toContainEqual(news);
  expect(await told(lena, booking)).toEqual(["student confirm", "student request"]);
  expect(await told(anna, booking)).toEqual(["landlord approve"]);
  // Saying a step again tells nobody again.
  await takes(lena, "approve", booking.id);
  expect(await told(anna, booking)).toEqual(["landlord approve"]);
  expect(anna.device.heard("notification:new", isOf(booking)).map(stepOf)).toEqual(["landlord approve"]);
  expect(await carol.device.newsSince(mark)).toEqual([]);
  expect(await page(carol)).toEqual({ items: [], nextCursor: null, unreadCount: 0 });
});

test("what the server ends is told to both, and taken dates to who has lost them", async () => {
  const roomId = await freshRoom();
  const lost = (await requests(ben, { roomId })).body;
  const won = await arrange(anna, lena, { roomId }, "approve", "confirm");
  expect(await told(ben, lost)).toEqual(["server expire"]);
  expect((await page(ben)).items.find(isOf(lost))).toMatchObject({ actor: null, about: { reason: "dates_taken" } });
  expect(await told(lena, lost)).toEqual(["student request"]);
  expect(await told(anna, won)).toEqual(["landlord approve"]);

  const unanswered = (await requests(ben, { roomId: await freshRoom(), from: day(3) })).body;
  await execute(databaseUrl, "update bookings set deadline_at = clock_timestamp() - interval '1 second' where id = $1", [
    unanswered.id,
  ]);
  for (const { device } of [ben, lena]) {
    const { about } = await device.hears("notification:new", isOf(unanswered, "expire"));
    expect(about).toMatchObject({ by: "server", reason: "no_answer" });
  }
});

test("a step that is refused tells nobody", async () => {
  const booking = await arrange(anna, lena, { roomId: await freshRoom() }, "approve");
  expect((await takes(anna, "approve", booking.id)).status).toBe(403);
  expect((await takes(lena, "decline", booking.id, { expectedVersion: 1 })).status).toBe(409);
  expect(await told(lena, booking)).toEqual(["student request"]);
  expect(await told(anna, booking)).toEqual(["landlord approve"]);
});

test("what is read on one device is read on all, once, and the count follows", async () => {
  const tablet = await lena.connects();
  await read(lena, {});
  const bookings = [];
  for (const from of [2, 3]) bookings.push((await requests(anna, { roomId: await freshRoom(), from: day(from) })).body);
  const [first, second] = bookings;
  if (!first || !second) throw new Error("no bookings");
  const { items, unreadCount } = await page(lena);
  expect(unreadCount).toBe(2);
  const [newest] = items.filter(isOf(second));
  if (!newest) throw new Error("not told");
  const marks = [anna.device.mark(), carol.device.mark()] as const;

  expect((await read(lena, { ids: [newest.id] })).body).toEqual({ unreadCount: 1 });
  for (const device of [lena.device, tablet]) {
    const news = await device.hears("notification:read", ({ id }) => id === newest.id);
    expect(news).toEqual({ ...newest, readAt: expect.any(String) });
  }
  expect((await page(lena)).items[0]?.readAt).not.toBeNull();
  expect((await read(lena, { ids: [newest.id] })).body).toEqual({ unreadCount: 1 });
  expect((await read(lena, { conversationId: first.conversationId })).body).toEqual({ unreadCount: 0 });
  await tablet.hears("notification:read", isOf(first));
  expect(tablet.heard("notification:read", ({ id }) => id === newest.id)).toHaveLength(1);
  // Her own count, told after her requests by itself, may still have been on its way.
  const annas = await anna.device.newsSince(marks[0]);
  expect(annas.filter(({ event }) => event !== "unread_count:updated")).toEqual([]);
  expect(await carol.device.newsSince(marks[1])).toEqual([]);
  tablet.leaves();
});

test("nobody marks what is somebody else's", async () => {
  const booking = await arrange(anna, lena, { roomId: await freshRoom() });
  const { id } = await lena.device.hears("notification:new", isOf(booking));
  for (const body of [{ ids: [id] }, { conversationId: booking.conversationId }, { ids: [v7()] }, {}]) {
    expect((await read(carol, body)).body).toEqual({ unreadCount: 0 });
  }
  expect((await page(lena)).items.find((one) => one.id === id)?.readAt).toBeNull();
});

test("pages go back in time without a gap, and a foreign cursor or form is refused", async () => {
  const all = await page(lena, "?limit=100");
  const seen: string[] = [];
  let cursor: string | null = "";
  while (cursor !== null) {
    const next: NotificationPage = await page(lena, `?limit=3${cursor && `&cursor=${cursor}`}`);
    seen.push(...next.items.map(({ id }) => id));
    cursor = next.nextCursor;
  }
  expect(seen.length).toBeGreaterThan(6);
  expect(seen).toEqual(all.items.map(({ id }) => id));
  expectProblem("a foreign cursor", await lena.http("/api/notifications?cursor=abc"), "validation_failed");
  for (const body of [{ ids: [] }, { ids: ["x"] }, { everything: true }]) {
    expectProblem(
      "a form that is none",
      await lena.http("/api/notifications/read", { method: "POST", body }),
      "validation_failed",
    );
  }
});
