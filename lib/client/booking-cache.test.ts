import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Booking, BookingPage } from "#lib/contract/bookings.ts";
import { newerBooking, takeBooking, takeBookingList, withBooking } from "./booking-cache.ts";
import { createQueryClient } from "./query-client.ts";
import { type BookingShow, bookingShows, queryKeys } from "./query-keys.ts";
import { booking } from "./testing/bookings.ts";

const idOf = (number: number): string => `01890000-0000-7000-8000-${String(9_000 + number).padStart(12, "0")}`;
/** The later in the day, the higher the number. */
const one = (number: number, given: Partial<Booking> = {}): Booking =>
  booking({ id: idOf(number), createdAt: `2026-11-22T${String(number).padStart(2, "0")}:00:00.000Z`, ...given });
const listOf = (...items: Booking[]): BookingPage => ({ items, nextCursor: null });
const idsOf = (list: BookingPage | undefined) => list?.items.map(({ id }) => id);

describe("newerBooking", () => {
  it.each([
    [undefined, 1, 1],
    [1, 2, 2],
    [3, 2, 3],
  ])("of version %s and version %s it is version %s", (held, other, expected) => {
    expect(newerBooking(held === undefined ? undefined : one(1, { version: held }), one(1, { version: other })).version).toBe(
      expected,
    );
  });

  it("keeps the object that is held when both are of one version", () => {
    const held = one(1);
    expect(newerBooking(held, one(1))).toBe(held);
  });
});

describe("withBooking", () => {
  it("puts a new booking in its place and leaves the others as they are", () => {
    const list = listOf(one(5), one(1));
    const next = withBooking(list, "all", one(3));
    expect(idsOf(next)).toEqual([idOf(5), idOf(3), idOf(1)]);
    expect(next.items[0]).toBe(list.items[0]);
  });

  it("leaves out what only a further page would show", () => {
    const list = { ...listOf(one(5), one(4)), nextCursor: "more" };
    expect(withBooking(list, "all", one(3))).toBe(list);
    expect(idsOf(withBooking(list, "all", one(6)))).toEqual([idOf(6), idOf(5), idOf(4)]);
  });

  it("moves a booking out of the list that it no longer belongs to, and into the one that it does", () => {
    const declined = one(3, { version: 2, status: "declined" });
    expect(withBooking(listOf(one(3)), "waiting", declined).items).toEqual([]);
    expect(withBooking(listOf(), "over", declined).items).toEqual([declined]);
    expect(withBooking(listOf(), "agreed", declined).items).toEqual([]);
  });

  it("is the same list when it is told what it knows", () => {
    const list = listOf(one(3, { version: 2 }));
    expect(withBooking(list, "all", one(3, { version: 2 }))).toBe(list);
    expect(withBooking(list, "all", one(3, { version: 1, status: "declined" }))).toBe(list);
  });
});

const versions = fc.array(fc.record({ number: fc.integer({ min: 1, max: 3 }), version: fc.integer({ min: 1, max: 6 }) }), {
  maxLength: 30,
});
const statusOf = (version: number): Booking["status"] => {
  if (version < 3) return "requested";
  return version < 5 ? "confirmed" : "cancelled";
};
const told = ({ number, version }: { number: number; version: number }): Booking =>
  one(number, { version, status: statusOf(version) });

describe("takeBooking", () => {
  it("ends with the highest version of each and every list in step, in whatever order they come", () => {
    fc.assert(
      fc.property(versions, (news) => {
        const client = createQueryClient();
        for (const show of bookingShows) client.setQueryData(queryKeys.bookingList(show), listOf());
        for (const each of news) takeBooking(client, told(each));
        const highest = [3, 2, 1].flatMap((number) => {
          const known = news.filter((each) => each.number === number).map(({ version }) => version);
          return known.length > 0 ? [told({ number, version: Math.max(...known) })] : [];
        });
        const list = (show: BookingShow) => client.getQueryData<BookingPage>(queryKeys.bookingList(show))?.items;
        expect(list("all")).toEqual(highest);
        expect(list("waiting")).toEqual(highest.filter(({ status }) => status === "requested"));
        expect(list("agreed")).toEqual(highest.filter(({ status }) => status === "confirmed"));
        expect(list("over")).toEqual(highest.filter(({ status }) => status === "cancelled"));
        for (const each of highest) expect(client.getQueryData(queryKeys.booking(each.id))).toEqual(each);
      }),
    );
  });
});

describe("takeBookingList", () => {
  it("keeps what came as news while the answer was on its way", () => {
    const client = createQueryClient();
    const approved = takeBooking(client, one(2, { version: 2, status: "approved" }));
    const asked = takeBooking(client, one(4));
    const answer = takeBookingList(client, "all", listOf(one(3), one(2)));
    expect(idsOf(answer)).toEqual([idOf(4), idOf(3), idOf(2)]);
    expect(answer.items[0]).toBe(asked);
    expect(answer.items[2]).toBe(approved);
  });

  it("drops what has left the list meanwhile", () => {
    const client = createQueryClient();
    takeBooking(client, one(2, { version: 2, status: "declined" }));
    expect(takeBookingList(client, "waiting", listOf(one(3), one(2))).items).toEqual([one(3)]);
  });
});
