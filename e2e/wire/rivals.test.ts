import { afterAll, beforeAll, expect, inject, test } from "vitest";
import type { Booking, BookingPage } from "#lib/contract/bookings.ts";
import type { Listing } from "#lib/contract/housing.ts";
import { openBooks } from "../harness/booking-books.ts";
import { requests, type StepAnswer, takes, untilDone } from "../harness/bookings.ts";
import { createHome, day } from "../harness/homes.ts";
import { createPerson, type Device, disconnectAll, gather, type Person, request } from "../harness/person.ts";

const STUDENTS = 50;
/** Two seconds; a machine that is busy with other tests gets more. */
const CONVERGED_MS = 2_000 + 2_000;

const baseUrl = inject("baseUrl");
const databaseUrl = inject("databaseUrl");

let lena: Person;
let carol: Person;

beforeAll(async () => {
  ({ carol } = await gather(baseUrl, "carol"));
  lena = await createPerson(baseUrl, "lena", "landlord");
});
afterAll(() => disconnectAll(carol, lena));

const said = ({ status, body }: StepAnswer): string => `${status} ${body.details?.reason ?? ""}`;

/** A booking as a device last heard of it, by the news and by the card in the conversation. */
const lastHeard = (device: Device, id: string): (Booking | undefined)[] => [
  device.heard("booking:updated", (booking) => booking.id === id).at(-1),
  device
    .heard("message:edited", ({ system }) => system?.type === "booking" && system.bookingId === id)
    .map(({ system }) => (system?.type === "booking" ? system.booking : undefined))
    .at(-1),
];

/** What every third of the rivals does while the landlord is at it. */
const wavers = async (person: Person, index: number, id: string): Promise<StepAnswer | undefined> => {
  if (index % 10 === 3) return untilDone(() => takes(person, "withdraw", id));
  if (index % 10 === 6) return untilDone(() => takes(person, "propose-dates", id, { from: day(30), to: day(125 + index) }));
  return undefined;
};

test("fifty ask at once, two devices approve as fast as they can, some waver: one ends confirmed, everybody learns why", async () => {
  const { listingId, roomId } = await createHome(databaseUrl, lena.id);
  const crowd = await Promise.all(Array.from({ length: STUDENTS }, (_, index) => createPerson(baseUrl, `student ${index}`)));
  const tablet = await lena.connects();
  await carol.device.does("listing:watch", { listingId });

  const asked = await Promise.all(
    crowd.map((person, index) =>
      untilDone(() => requests(person, { roomId, from: day(2 + (index % 20)), to: day(120 + index) })),
    ),
  );
  expect(new Set(asked.map(said))).toEqual(new Set(["201 "]));
  const ids = asked.map(({ body }) => body.id);

  const wavering = Promise.all(crowd.map((person, index) => wavers(person, index, ids[index] ?? "")));
  const approvals = await Promise.all(
    [ids, [...ids].reverse()].map(async (order) => {
      const answers: StepAnswer[] = [];
      for (const id of order) answers.push(await untilDone(() => takes(lena, "approve", id)));
      return answers;
    }),
  );
  await wavering;
  const allowed = ["200 ", "409 dates_held", "409 illegal_step"];
  expect(
    approvals
      .flat()
      .map(said)
      .filter((answer) => !allowed.includes(answer)),
  ).toEqual([]);

  // A withdrawal after the approval leaves the room free: then the landlord goes on with whoever still waits.
  const waiting = async (status: string): Promise<Booking[]> => {
    const { body } = await lena.http<BookingPage>(`/api/bookings?status=${status}&limit=100`);
    return body.items.filter(({ room }) => room.id === roomId);
  };
  const held = async (): Promise<Booking | undefined> => {
    const [approved] = await waiting("approved");
    if (approved) return approved;
    const [next] = await waiting("requested");
    return next && (await untilDone(() => takes(lena, "approve", next.id))).body;
  };
  const winnerId = (await held())?.id ?? "";
  const winner = crowd[ids.indexOf(winnerId)];
  if (!winner) throw new Error("nobody won");
  expect(said(await untilDone(() => takes(winner, "confirm", winnerId)))).toBe("200 ");

  const done = performance.now();
  const fresh = await Promise.all(
    crowd.map(async (person, index) => (await person.http<Booking>(`/api/bookings/${ids[index]}`)).body),
  );
  const room = (await request<Listing>(`${baseUrl}/api/listings/${listingId}`)).body.rooms[0];
  const isUpToDate = (): boolean =>
    fresh.every((booking, index) =>
      [crowd[index]?.device, lena.device, tablet].every(
        (device) => device && lastHeard(device, booking.id).every((heard) => heard?.version === booking.version),
      ),
    );
  await expect.poll(isUpToDate, { timeout: CONVERGED_MS, interval: 10 }).toBe(true);
  const converged = performance.now() - done;
  console.info(`fifty rivals: every device is up to date ${Math.round(converged)} ms after the last step`);
  expect(converged).toBeLessThan(CONVERGED_MS);
  for (const [index, booking] of fresh.entries()) {
    for (const device of [crowd[index]?.device, lena.device, tablet])
      expect(device && lastHeard(device, booking.id)).toEqual([booking, booking]);
  }
  const watched = carol.device.heard("room:availability", (news) => news.roomId === roomId).at(-1);
  const { status, requests: asking, heldUntil, letUntil, availableFrom } = watched ?? {};
  expect(room).toMatchObject({ status, requests: asking, heldUntil, letUntil, availableFrom });
  expect(status).toBe("let");

  const ends = fresh.map(({ status: end, reason }) => `${end} ${reason ?? ""}`.trim());
  expect(ends.filter((end) => end === "confirmed")).toHaveLength(1);
  expect(new Set(ends)).toEqual(new Set(["confirmed", "withdrawn", "expired dates_taken"]));
  for (const [index, person] of crowd.entries()) {
    await person.device.newsSince(0);
    expect(person.device.heard("booking:updated").every(({ id }) => id === ids[index])).toBe(true);
  }

  const { faults, entries } = await openBooks(databaseUrl, [roomId]);
  expect(faults).toEqual([]);
  expect(entries.map(({ id }) => id).sort()).toEqual([...ids].sort());
  const heardOf = (device: Device): string[] =>
    device
      .heard("notification:new")
      .flatMap(({ about }) =>
        about.type === "booking_event" && ids.includes(about.bookingId) ? [`${about.bookingId} ${about.event}`] : [],
      );
  for (const person of [lena, ...crowd]) {
    const due = entries.flatMap(({ id, notices }) =>
      notices.flatMap((notice) => {
        const [event, userId] = notice.split(" to ");
        return userId === person.id ? [`${id} ${event}`] : [];
      }),
    );
    expect(heardOf(person.device).sort()).toEqual(due.sort());
  }
  tablet.leaves();
  disconnectAll(...crowd);
}, 120_000);
