import { BookingListSkeleton } from "#components/bookings/booking-list-skeleton.tsx";
import { translator } from "#lib/client/texts/translator.ts";

const BookingsLoading = () => <BookingListSkeleton label={translator("bookings")("page.loading")} />;

export default BookingsLoading;
