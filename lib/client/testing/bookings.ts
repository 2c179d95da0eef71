import type { Booking, BookingCard, BookingLine } from "#lib/contract/bookings.ts";

const idOf = (number: number): string => `01890000-0000-7000-8000-${String(number).padStart(12, "0")}`;

/** Alice's request for a room of Bob's. */
export const booking = (given: Partial<Booking> = {}): Booking => ({
  id: idOf(9_001),
  listing: { id: idOf(9_002), title: "House at the river" },
  room: { id: idOf(9_003), name: "Room 2" },
  student: { id: idOf(1), name: "Alice" },
  landlord: { id: idOf(2), name: "Bob" },
  conversationId: idOf(1_001),
  from: "2027-02-01",
  to: "2027-08-01",
  status: "requested",
  version: 1,
  price: { rentCents: 50_000, depositCents: 100_000, stayCents: 300_000, firstPaymentCents: 150_000 },
  cancellationPolicy: "Free until 30 days before.",
  deadlineAt: "2026-11-24T09:00:00.000Z",
  reason: null,
  note: null,
  proposal: null,
  steps: { student: ["withdraw", "propose-dates"], landlord: ["approve", "decline", "propose-dates"] },
  createdAt: "2026-11-22T09:00:00.000Z",
  updatedAt: "2026-11-22T09:00:00.000Z",
  ...given,
});

export const bookingCard = (given: Partial<Booking> = {}): BookingCard => {
  const shown = booking(given);
  return { type: "booking", bookingId: shown.id, booking: shown };
};

export const bookingLine = (given: Partial<BookingLine> = {}): BookingLine => ({
  type: "booking_event",
  bookingId: idOf(9_001),
  event: "request",
  by: "student",
  room: "Room 2",
  from: "2027-02-01",
  to: "2027-08-01",
  reason: null,
  note: null,
  ...given,
});
