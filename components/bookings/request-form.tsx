"use client";

import Link from "next/link";
import { type FormEvent, type ReactNode, useEffect, useId, useState } from "react";
import { useTranslations } from "use-intl";
import { FormAlert } from "#components/accounts/form-alert.tsx";
import { BookingCard } from "#components/inbox/message-cards.tsx";
import { Button } from "#components/ui/button.tsx";
import { LiveFields } from "#components/ui/live-fields.tsx";
import { bookingConflict } from "#lib/client/booking-conflict.ts";
import { useRequestRoom } from "#lib/client/use-request-room.ts";
import type { Room } from "#lib/contract/housing.ts";
import { limits } from "#lib/contract/limits.ts";
import { checkStay, type Stay, type StayErrors } from "./check-stay.ts";
import { StayFields, StayPrice } from "./stay-fields.tsx";
import { StepError } from "./step-error.tsx";

const Part = ({ title, children }: { title: string; children: ReactNode }) => (
  <section className="grid gap-3">
    <h2 className="font-semibold text-lg">{title}</h2>
    {children}
  </section>
);

const Refusal = ({ error }: { error: Error }) => {
  const t = useTranslations("bookings.request");
  const booking = bookingConflict(error)?.booking;
  return (
    <>
      <StepError error={error} />{" "}
      {booking && (
        <Link href={`/bookings/${booking.id}`} className="underline underline-offset-2">
          {t("toBooking")}
        </Link>
      )}
    </>
  );
};

/** Loads the inbox and its card while the form is filled in: who has sent a request is shown it there at once. */
const ReadyInboxLink = ({ children }: { children: ReactNode }) => {
  useEffect(() => void BookingCard.load(), []);
  return (
    <Link href="/inbox" prefetch={true} className="underline underline-offset-2">
      {children}
    </Link>
  );
};

type RequestProps = {
  room: Pick<Room, "id" | "rentCents" | "depositCents" | "availableFrom">;
  landlord: string;
  /** The server's day. */
  today: string;
};

/** When one wants the room, what that would cost, and a few words to the landlord. */
export const RequestForm = ({ room, landlord, today }: RequestProps) => {
  const t = useTranslations("bookings.request");
  const fieldId = useId();
  const { mutate, busy, error, submittedAt } = useRequestRoom();
  // Where others have it until then, there may be a gap before: what is free on these dates, the server knows.
  const [stay, setStay] = useState({ from: room.availableFrom > today ? room.availableFrom : today, to: "" });
  const [errors, setErrors] = useState<StayErrors>({});
  const choose = (next: Stay) => {
    setStay(next);
    setErrors({});
  };
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const found = checkStay(stay, { today });
    setErrors(found);
    const [first] = Object.keys(found);
    if (first) return event.currentTarget.querySelector<HTMLInputElement>(`[name="${first}"]`)?.focus();
    const message = String(new FormData(event.currentTarget).get("message") ?? "").trim();
    mutate({ roomId: room.id, ...stay, ...(message === "" ? {} : { message }) });
  };
  return (
    <form method="post" noValidate onSubmit={submit} className="grid gap-6">
      <LiveFields>
        <Part title={t("dates")}>
          <StayFields stay={stay} errors={errors} min={today} today={today} onChange={choose} />
        </Part>
        <Part title={t("price")}>
          <StayPrice room={room} stay={stay} today={today} />
        </Part>
        <div className="grid gap-1.5">
          <label htmlFor={fieldId} className="font-medium text-sm">
            {t("message", { landlord })}
          </label>
          <textarea
            id={fieldId}
            name="message"
            rows={4}
            maxLength={limits.contentCharacters}
            aria-describedby={`${fieldId}-hint`}
            className="w-full rounded-card border border-line-control bg-surface px-3 py-2.5 text-[16px] md:text-[15px]"
          />
          <p id={`${fieldId}-hint`} className="text-[13px] text-text-2">
            {t("messageHint")}
          </p>
        </div>
        <FormAlert>{error && <Refusal key={submittedAt} error={error} />}</FormAlert>
        <div className="grid gap-2">
          <Button type="submit" busy={busy} className="w-full sm:w-fit">
            {t("send")}
          </Button>
          <p className="text-[13px] text-text-2">
            {t.rich("next", { inbox: (words) => <ReadyInboxLink>{words}</ReadyInboxLink> })}
          </p>
        </div>
      </LiveFields>
    </form>
  );
};
