import type { BookingStatus } from "#lib/contract/bookings.ts";
import { limits } from "#lib/contract/limits.ts";
import { priceOf } from "#lib/contract/stay-price.ts";
import { CANCELLATION_POLICY } from "#lib/domain/bookings/cancellation-policy.ts";
import { calendarDate, nextFirst } from "./calendar.ts";
import type { BookingPlan } from "./content/bookings.ts";
import { insertMessages } from "./insert-messages.ts";
import type { BookingEventRow, BookingRow, ConversationRows, MessageRow, RoomRow } from "./rows.ts";

type Deps = { plan: BookingPlan; talk: ConversationRows; room: RoomRow; studentId: string; landlordId: string; now: Date };
type Built = { talk: ConversationRows; booking: BookingRow; events: BookingEventRow[] };

const STATUS: Record<BookingPlan["done"][number]["event"], BookingStatus> = {
  request: "requested",
  approve: "approved",
  confirm: "confirmed",
  "check-in": "checked_in",
  decline: "declined",
};
const LANDLORDS = new Set(["approve", "check-in", "decline"]);

/** What is done right after the same message comes in this rhythm. */
const BEAT_MS = 60_000;

const monthsAfter = (day: Date, months: number): Date => new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + months, 1));

/** Whole months: to come, or from the one after the request until the room is free. */
const stayOf = ({ plan, room, now }: Deps, askedAt: Date) => {
  if (plan.months === undefined) return { from: calendarDate(nextFirst(askedAt, 0)), to: room.availableFrom };
  const from = nextFirst(new Date(Math.max(now.getTime(), Date.parse(room.availableFrom))), 0);
  return { from: calendarDate(from), to: calendarDate(monthsAfter(from, plan.months)) };
};

type Moment = { event: BookingPlan["done"][number]["event"]; afterSeq: number; at: Date };

const momentsOf = ({ plan, talk }: Deps): Moment[] =>
  plan.done.map(({ event, after }, index) => {
    const afterSeq = Math.max(1, Math.floor(talk.messages.length * after));
    const before = talk.messages[afterSeq - 1]?.createdAt ?? new Date(0);
    const isFirst = after !== plan.done[index - 1]?.after;
    return { event, afterSeq, at: new Date(before.getTime() + (isFirst ? 1_000 : BEAT_MS)) };
  });

/** A booking with its events, and the conversation with its card and lines in their places. */
export const buildBooking = (deps: Deps, makeId: (at: Date) => string): Built => {
  const { room, studentId, landlordId, talk } = deps;
  const moments = momentsOf(deps);
  const [first] = moments;
  const last = moments.at(-1);
  if (!first || !last) throw new Error("A booking begins with a request.");
  const stay = stayOf(deps, first.at);
  const conversationId = talk.conversations[0]?.id ?? "";
  const status = STATUS[last.event];
  const booking: BookingRow = {
    id: makeId(first.at),
    roomId: room.id,
    studentId,
    landlordId,
    conversationId,
    cardMessageId: makeId(first.at),
    fromDate: stay.from,
    toDate: stay.to,
    status,
    version: moments.length,
    ...priceOf(room, stay),
    cancellationPolicy: CANCELLATION_POLICY,
    deadlineAt: status === "requested" || status === "approved" ? new Date(last.at.getTime() + limits.bookingAnswerMs) : null,
    reason: status === "declined" ? "no_longer_free" : null,
    createdAt: first.at,
    updatedAt: last.at,
  };

  const actorOf = (event: string) => (LANDLORDS.has(event) ? landlordId : studentId);
  const reasonOf = (event: string) => (event === "decline" ? ("no_longer_free" as const) : null);
  const lineOf = ({ event, at }: Moment): Omit<MessageRow, "seq" | "rev"> => ({
    conversationId,
    id: makeId(at),
    senderId: actorOf(event),
    kind: "system",
    content: "",
    system: {
      type: "booking_event",
      bookingId: booking.id,
      event,
      by: LANDLORDS.has(event) ? "landlord" : "student",
      room: room.name,
      ...stay,
      reason: reasonOf(event),
      note: null,
    },
    countsUnread: false,
    createdAt: at,
  });
  const cardOf = (line: Omit<MessageRow, "seq" | "rev">): Omit<MessageRow, "seq" | "rev"> => ({
    ...line,
    id: booking.cardMessageId,
    system: { type: "booking", bookingId: booking.id },
    countsUnread: true,
    createdAt: new Date(line.createdAt.getTime() + 1),
  });
  // The last first, so that the places of those before it stay what they are; of those at one place, the earlier before.
  const places = [...new Set(moments.map(({ afterSeq }) => afterSeq))].sort((one, other) => other - one);
  const told = places.reduce((rows, afterSeq) => {
    const lines = moments.filter((moment) => moment.afterSeq === afterSeq).map(lineOf);
    return insertMessages(
      rows,
      afterSeq,
      lines.flatMap((line) =>
        line.system?.type === "booking_event" && line.system.event === "request" ? [line, cardOf(line)] : [line],
      ),
    );
  }, talk);

  const events = moments.map(({ event, at }, index) => ({
    bookingId: booking.id,
    version: index + 1,
    event,
    status: STATUS[event],
    actorId: actorOf(event),
    fromDate: stay.from,
    toDate: stay.to,
    reason: reasonOf(event),
    at,
  }));
  return { talk: told, booking, events };
};
