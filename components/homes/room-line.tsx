"use client";

import { Pencil, Trash2 } from "lucide-react";
import { useTranslations } from "use-intl";
import { Pill } from "#components/housing/pill.tsx";
import { useStandingWords } from "#components/housing/use-standing-words.ts";
import { Button } from "#components/ui/button.tsx";
import { formatPrice } from "#lib/client/format.ts";
import type { OwnListing } from "#lib/contract/own-listings.ts";

type RoomLineProps = { room: OwnListing["rooms"][number]; today: string; onEdit: () => void; onRemove: () => void };

/** One room with how it stands, and what may be done with it. */
export const RoomLine = ({ room, today, onEdit, onRemove }: RoomLineProps) => {
  const t = useTranslations("homes.roomsEditor");
  const { name, rentCents, depositCents, squareMetres, isBooked } = room;
  const facts = { rent: formatPrice(rentCents), deposit: formatPrice(depositCents), size: String(squareMetres) };
  return (
    <div className="grid gap-2 rounded-card border p-3 sm:grid-cols-[1fr_auto] sm:items-center">
      <div className="min-w-0">
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <b className="min-w-0 break-words font-semibold">{name}</b>
          <Pill {...useStandingWords(today).ofRoom(room)} />
        </p>
        <p className="tabular mt-0.5 text-[13.5px] text-text-2">{t("facts", facts)}</p>
        {isBooked && <p className="mt-0.5 text-[13px] text-text-2">{t("booked")}</p>}
      </div>
      <div className="flex gap-2">
        <Button variant="secondary" size="s" aria-label={t("editNamed", { room: name })} onClick={onEdit}>
          <Pencil aria-hidden="true" className="size-4" />
          {t("edit")}
        </Button>
        {!isBooked && (
          <Button variant="quiet" size="s" aria-label={t("removeNamed", { room: name })} onClick={onRemove}>
            <Trash2 aria-hidden="true" className="size-4" />
            {t("remove")}
          </Button>
        )}
      </div>
    </div>
  );
};
