"use client";

import type { SystemPart } from "#lib/contract/system-parts.ts";
import { BookingCard, BookingDetailsLink } from "./booking-card.tsx";

/** The message of a conversation that is a booking. */
export const BookingMessage = ({ system }: { system: SystemPart }) =>
  system.type === "booking" && <BookingCard booking={system.booking} more={<BookingDetailsLink id={system.bookingId} />} />;
