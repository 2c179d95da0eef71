import type { Booking, BookingEvent, BookingParty } from "#lib/contract/bookings.ts";
import type { bookingEvents, bookings } from "#lib/db/schema/index.ts";
import { type BookingState, stepsOf } from "./booking.policy.ts";

export type BookingRow = typeof bookings.$inferSelect;

/** A booking joined with the names that a card shows. */
export type NamedBookingRow = BookingRow & {
  roomName: string;
  listingId: string;
  listingTitle: string;
  studentName: string;
  landlordName: string;
};

const proposalOf = ({ proposedFrom, proposedTo, proposedBy, studentId }: BookingRow): BookingState["proposal"] =>
  proposedFrom === null || proposedTo === null
    ? null
    : { from: proposedFrom, to: proposedTo, by: proposedBy === studentId ? "student" : "landlord" };

/** A stored booking as its rules see it. */
export const stateOf = (row: BookingRow): BookingState => ({
  status: row.status,
  version: row.version,
  from: row.fromDate,
  to: row.toDate,
  deadlineAt: row.deadlineAt,
  proposal: proposalOf(row),
});

/** A stored booking as the wire shows it, the same to both sides. */
export const presentBooking = (row: NamedBookingRow): Booking => {
  const state = stateOf(row);
  return {
    id: row.id,
    listing: { id: row.listingId, title: row.listingTitle },
    room: { id: row.roomId, name: row.roomName },
    student: { id: row.studentId, name: row.studentName },
    landlord: { id: row.landlordId, name: row.landlordName },
    conversationId: row.conversationId,
    from: row.fromDate,
    to: row.toDate,
    status: row.status,
    version: row.version,
    price: {
      rentCents: row.rentCents,
      depositCents: row.depositCents,
      stayCents: row.stayCents,
      firstPaymentCents: row.firstPaymentCents,
    },
    cancellationPolicy: row.cancellationPolicy,
    deadlineAt: row.deadlineAt?.toISOString() ?? null,
    reason: row.reason,
    note: row.note,
    proposal: state.proposal,
    steps: { student: stepsOf(state, "student"), landlord: stepsOf(state, "landlord") },
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  };
};

const partyOf = (actorId: string | null, studentId: string): BookingParty => {
  if (actorId === null) return "server";
  return actorId === studentId ? "student" : "landlord";
};

export const presentEvent = (row: typeof bookingEvents.$inferSelect, studentId: string): BookingEvent => ({
  version: row.version,
  event: row.event,
  by: partyOf(row.actorId, studentId),
  from: row.fromDate,
  to: row.toDate,
  reason: row.reason,
  note: row.note,
  at: row.at.toISOString(),
});
