import { notifyManager, type QueryClient } from "@tanstack/react-query";
import { bookingGroups } from "#lib/contract/booking-lists.ts";
import type { Booking, BookingPage } from "#lib/contract/bookings.ts";
import { type BookingShow, bookingShows, queryKeys } from "./query-keys.ts";

/** Of two views of one booking the one of the higher version: the one that is held when they are alike. */
export const newerBooking = (held: Booking | undefined, other: Booking): Booking =>
  held && held.version >= other.version ? held : other;

/** The newest first, ids break ties: the order of the server. */
const compare = (left: Booking, right: Booking): number => {
  if (left.createdAt !== right.createdAt) return left.createdAt > right.createdAt ? -1 : 1;
  return left.id > right.id ? -1 : 1;
};

const belongsTo = (show: BookingShow, { status }: Booking): boolean =>
  show === "all" || bookingGroups[show].some((one) => one === status);

/** Whether a list that was read as far as it was would hold the booking. */
const isWithin = ({ items, nextCursor }: BookingPage, booking: Booking): boolean => {
  const last = items.at(-1);
  return nextCursor === null || (last !== undefined && compare(booking, last) <= 0);
};

/** A list after news of one booking; the same object when it holds nothing else than before. */
export const withBooking = (list: BookingPage, show: BookingShow, booking: Booking): BookingPage => {
  const held = list.items.find(({ id }) => id === booking.id);
  const shown = newerBooking(held, booking);
  if (shown === held) return list;
  const others = list.items.filter((other) => other !== held);
  if (!belongsTo(show, shown) || !(held || isWithin(list, shown))) {
    return held ? { ...list, items: others } : list;
  }
  return { ...list, items: [...others, shown].sort(compare) };
};

const settleList = (client: QueryClient, show: BookingShow, booking: Booking): void => {
  const list = client.getQueryData<BookingPage>(queryKeys.bookingList(show));
  const next = list && withBooking(list, show, booking);
  if (next !== list) client.setQueryData(queryKeys.bookingList(show), next);
};

/**
 * The one way in which the browser learns of a booking, whoever told it: news, a card in a message, an answer. What is older than
 * what is held changes nothing. Returns what is held from now on.
 */
export const takeBooking = (client: QueryClient, booking: Booking): Booking => {
  const held = client.getQueryData<Booking>(queryKeys.booking(booking.id));
  const shown = newerBooking(held, booking);
  if (shown === held) return held;
  notifyManager.batch(() => {
    client.setQueryData(queryKeys.booking(booking.id), shown);
    for (const show of bookingShows) settleList(client, show, shown);
  });
  return shown;
};

/** A list as it was answered, with what this browser has heard since it asked. */
export const takeBookingList = (client: QueryClient, show: BookingShow, answer: BookingPage): BookingPage => {
  for (const booking of answer.items) takeBooking(client, booking);
  const known = client.getQueriesData<Booking>({ queryKey: queryKeys.bookingOnes });
  return known.reduce((list, [, booking]) => (booking ? withBooking(list, show, booking) : list), answer);
};

/** One more page at the end of a list. */
export const takeBookingPage = (client: QueryClient, show: BookingShow, page: BookingPage): BookingPage => {
  const held = client.getQueryData<BookingPage>(queryKeys.bookingList(show))?.items ?? [];
  const ids = new Set(held.map(({ id }) => id));
  const items = [...held, ...page.items.filter(({ id }) => !ids.has(id))];
  const list = takeBookingList(client, show, { items, nextCursor: page.nextCursor });
  client.setQueryData(queryKeys.bookingList(show), list);
  return list;
};
