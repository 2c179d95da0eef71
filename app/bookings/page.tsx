import { BookingList } from "#components/bookings/booking-list.tsx";
import { showOf } from "#components/bookings/booking-show.ts";
import { translator } from "#lib/client/texts/translator.ts";
import { runtime } from "#lib/server/runtime.ts";
import { member } from "../visitor.ts";

type Props = { searchParams: Promise<{ show?: string | string[] }> };

const t = translator("bookings");

const BookingsPage = async ({ searchParams }: Props) => {
  const actor = await member();
  const show = showOf((await searchParams).show);
  const filter = show === "all" ? {} : { group: show };
  const page = await runtime().services.bookings.list(actor, { limit: 30, ...filter });
  return (
    <>
      <div>
        <h1 className="font-bold text-2xl tracking-tight">{t("page.title")}</h1>
        <p className="mt-1 text-text-2">{t(actor.role === "student" ? "page.leadStudent" : "page.leadLandlord")}</p>
      </div>
      <BookingList first={show} initial={page} />
    </>
  );
};

export default BookingsPage;
