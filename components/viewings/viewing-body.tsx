"use client";

import { CalendarPlus, CalendarX } from "lucide-react";
import { useState } from "react";
import { useTimeZone, useTranslations } from "use-intl";
import { Button, buttonClass } from "#components/ui/button.tsx";
import { calendarAddress, type ViewingAction } from "#lib/client/viewing-requests.ts";
import { localOf } from "#lib/client/zoned-time.ts";
import type { Viewing, ViewingSlot } from "#lib/contract/viewings.ts";
import { SlotChoice } from "./slot-choice.tsx";
import { SlotList } from "./slot-list.tsx";
import { SlotTime } from "./slot-time.tsx";

type BodyProps = {
  viewing: Viewing;
  party: "student" | "landlord";
  otherName: string;
  /** What is being done at the moment. */
  busy: ViewingAction["step"] | undefined;
  disabled: boolean;
  onStep: (action: ViewingAction) => void;
  onOffer: () => void;
  onCancel: () => void;
};

/** Times of the other one, to choose from; or one's own, that wait. */
const Offer = ({ viewing, party, otherName, busy, disabled, onStep }: BodyProps) => {
  const t = useTranslations("viewings");
  const [picked, setPicked] = useState<string>();
  const { offer, listing, status, id } = viewing;
  if (!offer) return null;
  const isMove = status === "confirmed";
  if (offer.by === party) {
    return (
      <SlotList title={t(isMove ? "show.movesByYou" : "show.offeredByYou")} slots={offer.slots} timeZone={listing.timeZone} />
    );
  }
  const chosen = offer.slots.find(({ startsAt }) => startsAt === picked)?.startsAt;
  return (
    <div className="grid gap-3">
      <SlotChoice
        name={`viewing-${id}`}
        legend={t(isMove ? "show.moves" : "show.offered", { name: otherName })}
        slots={offer.slots}
        timeZone={listing.timeZone}
        chosen={chosen}
        onChoose={setPicked}
      />
      <Button
        busy={busy === "confirm"}
        disabled={disabled || !chosen}
        onClick={() => chosen && onStep({ step: "confirm", body: { startsAt: chosen } })}
      >
        {t(isMove ? "act.confirmMove" : "act.confirm")}
      </Button>
    </div>
  );
};

const CalendarLink = ({ viewing }: { viewing: Viewing }) => {
  const t = useTranslations("viewings.act");
  const isOff = viewing.status === "cancelled";
  const Icon = isOff ? CalendarX : CalendarPlus;
  return (
    <a href={calendarAddress(viewing)} download className={buttonClass({ variant: "secondary", size: "s" })}>
      <Icon aria-hidden="true" className="size-4" />
      {t(isOff ? "calendarOff" : "calendar")}
    </a>
  );
};

const Actions = ({ viewing, party, busy, disabled, onStep, onOffer, onCancel }: BodyProps) => {
  const t = useTranslations("viewings.act");
  const steps = viewing.steps[party];
  const isOwn = viewing.offer?.by === party;
  const hasCalendar = viewing.confirmed !== null && (viewing.status === "confirmed" || viewing.status === "cancelled");
  if (steps.length === 0 && !hasCalendar) return null;
  return (
    <div className="flex flex-wrap gap-2">
      {hasCalendar && <CalendarLink viewing={viewing} />}
      {steps.includes("keep") && (
        <Button
          variant="secondary"
          size="s"
          busy={busy === "keep"}
          disabled={disabled}
          onClick={() => onStep({ step: "keep", body: {} })}
        >
          {t(isOwn ? "takeBack" : "keep")}
        </Button>
      )}
      {(steps.includes("propose") || steps.includes("move")) && (
        <Button variant="secondary" size="s" disabled={disabled} onClick={onOffer}>
          {t(viewing.offer ? (isOwn ? "change" : "propose") : "move")}
        </Button>
      )}
      {steps.includes("cancel") && (
        <Button variant="quiet" size="s" disabled={disabled} onClick={onCancel}>
          {t("cancel")}
        </Button>
      )}
    </div>
  );
};

const showsOtherwise = ({ startsAt }: ViewingSlot, there: string, here: string): boolean =>
  localOf(new Date(startsAt), there) !== localOf(new Date(startsAt), here);

/** When a viewing is or could be, and what one can do about it. */
export const ViewingBody = (props: BodyProps) => {
  const t = useTranslations("viewings.show");
  const own = useTimeZone() ?? "UTC";
  const { viewing } = props;
  const { confirmed, offer, listing, reason, note } = viewing;
  const isElsewhere = [confirmed, ...(offer?.slots ?? [])].some((slot) => slot && showsOtherwise(slot, listing.timeZone, own));
  return (
    <>
      {confirmed && <SlotTime slot={confirmed} timeZone={listing.timeZone} />}
      {reason && (
        <div className="text-[14px]">
          <p>{t(`reason.${reason}`)}</p>
          {note && (
            <p dir="auto" className="text-text-2 [overflow-wrap:anywhere]">
              {note}
            </p>
          )}
        </div>
      )}
      <Offer {...props} />
      {isElsewhere && (
        <p suppressHydrationWarning className="text-[13px] text-text-2">
          {t("clock", { city: listing.city })}
        </p>
      )}
      <Actions {...props} />
    </>
  );
};
