"use client";

import { CalendarX, CloudOff } from "lucide-react";
import Link from "next/link";
import { useSearchParams } from "next/navigation";
import { useTranslations } from "use-intl";
import { FormAlert } from "#components/accounts/form-alert.tsx";
import { Button, buttonClass } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { asApiError } from "#lib/client/api.ts";
import type { BookingShow } from "#lib/client/query-keys.ts";
import { useRealtime } from "#lib/client/realtime-context.ts";
import { useBookingList } from "#lib/client/use-bookings.ts";
import type { BookingPage } from "#lib/contract/bookings.ts";
import { BookingFilters, showHref } from "./booking-filters.tsx";
import { BookingListSkeleton } from "./booking-list-skeleton.tsx";
import { BookingRow } from "./booking-row.tsx";
import { showOf } from "./booking-show.ts";

const Nothing = ({ show }: { show: BookingShow }) => {
  const t = useTranslations("bookings.page");
  const isStudent = useRealtime().self.role === "student";
  return (
    <EmptyState
      icon={<CalendarX className="size-7" />}
      title={t(`empty.${show}`)}
      body={t(isStudent ? "emptyStudent" : "emptyLandlord")}
      action={
        isStudent && (
          <Link href="/" className={buttonClass({ variant: "secondary" })}>
            {t("findRoom")}
          </Link>
        )
      }
    />
  );
};

const Failed = ({ error, onRetry }: { error: Error; onRetry: () => void }) => {
  const t = useTranslations();
  return (
    <div role="alert">
      <EmptyState
        icon={<CloudOff className="size-7" />}
        title={t("bookings.page.failed")}
        body={t(`common.errors.${asApiError(error).code}`)}
        action={<Button onClick={onRetry}>{t("common.tryAgain")}</Button>}
      />
    </div>
  );
};

type ShownProps = { show: BookingShow; initial: BookingPage | undefined };

const Shown = ({ show, initial }: ShownProps) => {
  const t = useTranslations("bookings.page");
  const { list, error, retry, more } = useBookingList(show, initial);
  if (!list) return error ? <Failed error={error} onRetry={retry} /> : <BookingListSkeleton label={t("loading")} />;
  const { items, nextCursor } = list;
  return (
    <>
      <p role="status" className="sr-only">
        {t("count", { count: items.length })}
      </p>
      {items.length === 0 ? (
        <Nothing show={show} />
      ) : (
        <ul aria-label={t("list")} className="grid gap-3">
          {items.map((booking) => (
            <li key={booking.id}>
              <BookingRow booking={booking} />
            </li>
          ))}
        </ul>
      )}
      <FormAlert>{more.isError && t("failedMore")}</FormAlert>
      {nextCursor !== null && (
        <Button variant="secondary" busy={more.isPending} onClick={() => more.mutate(nextCursor)} className="mx-auto">
          {t("more")}
        </Button>
      )}
    </>
  );
};

type ListProps = {
  /** What the page came for, and what it came with. */
  first: BookingShow;
  initial: BookingPage;
};

/** One's bookings, of one kind or all: from the address, so that a list can be linked and the way back is the browser's. */
export const BookingList = ({ first, initial }: ListProps) => {
  const show = showOf(useSearchParams().get("show"));
  const turnTo = (next: BookingShow) => window.history.pushState(null, "", showHref(next));
  return (
    <>
      <BookingFilters current={show} onShow={turnTo} />
      <Shown key={show} show={show} initial={show === first ? initial : undefined} />
    </>
  );
};
