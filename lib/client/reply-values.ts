import { bookingGroups } from "#lib/contract/booking-lists.ts";
import type { Booking } from "#lib/contract/bookings.ts";
import type { ReplyVariable } from "#lib/contract/reply-rules.ts";
import { formatCalendarDate } from "./format.ts";

type Talk = {
  otherName: string | undefined;
  listingTitle: string | undefined;
  /** Those that are talked about there, the newest first. */
  bookings: readonly Booking[];
  now: Date;
};

const isOver = ({ status }: Booking): boolean => bookingGroups.over.some((one) => one === status);

/** What a conversation knows of a reply's variables. A booking that is over says nothing: its dates hold no more. */
export const replyValues = ({ otherName, listingTitle, bookings, now }: Talk): Partial<Record<ReplyVariable, string>> => {
  const booking = bookings.find((one) => !isOver(one));
  const [name] = otherName?.trim().split(/\s+/) ?? [];
  const home = booking?.listing.title ?? listingTitle;
  return {
    ...(name && { name }),
    ...(home && { home }),
    ...(booking && {
      room: booking.room.name,
      from: formatCalendarDate(booking.from, now),
      to: formatCalendarDate(booking.to, now),
    }),
  };
};
