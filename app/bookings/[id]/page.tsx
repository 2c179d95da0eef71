import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { BookingDetail } from "#components/bookings/booking-detail.tsx";
import { translator } from "#lib/client/texts/translator.ts";
import { Id } from "#lib/contract/primitives.ts";
import { runtime } from "#lib/server/runtime.ts";
import { failureCode } from "../../failure-code.ts";
import { member } from "../../visitor.ts";

type Props = { params: Promise<{ id: string }> };

/** The booking of the address, once for its page and its metadata. */
const bookingOf = cache(async (id: string) => {
  if (!Id.safeParse(id).success) return notFound();
  try {
    return await runtime().services.bookings.get(await member(), id);
  } catch (error) {
    if (failureCode(error) === "not_found") return notFound();
    throw error;
  }
});

export const generateMetadata = async ({ params }: Props): Promise<Metadata> => {
  const { room, listing } = await bookingOf((await params).id);
  return { title: translator("bookings")("detail.title", { room: room.name, listing: listing.title }) };
};

/** The booking before its history: what happens in between is then in the history, and told of the booking as news. */
const BookingDetailPage = async ({ params }: Props) => {
  const booking = await bookingOf((await params).id);
  const history = await runtime().services.bookings.history(await member(), booking.id);
  return <BookingDetail initial={booking} initialHistory={history} />;
};

export default BookingDetailPage;
