"use client";

import { MessageCircle } from "lucide-react";
import { useTranslations } from "use-intl";
import { Button } from "#components/ui/button.tsx";
import { FieldError } from "#components/ui/field-error.tsx";
import { asApiError } from "#lib/client/api.ts";
import { useAsk } from "#lib/client/use-ask.ts";
import { useHydrated } from "#lib/client/use-hydrated.ts";

export type AskButtonProps = {
  landlordId: string;
  listingId: string;
  /** The room in question; absent for the home as a whole. */
  room?: { id: string; name: string };
};

/** Opens the conversation with the landlord; says in place what went wrong. */
export const AskButton = ({ landlordId, listingId, room }: AskButtonProps) => {
  const t = useTranslations();
  const ask = useAsk({ landlordId, listingId, ...(room ? { roomId: room.id } : {}) });
  const isAlive = useHydrated();
  const errorId = `ask-error-${room?.id ?? "listing"}`;
  return (
    <div className="grid gap-1.5">
      <Button
        variant={room ? "secondary" : "primary"}
        size={room ? "s" : "m"}
        busy={ask.busy}
        disabled={!isAlive}
        onClick={() => ask.mutate()}
        {...(room ? { "aria-label": t("housing.ask.roomNamed", { room: room.name }) } : {})}
        {...(ask.error ? { "aria-describedby": errorId } : {})}
      >
        {!ask.busy && <MessageCircle aria-hidden="true" className="size-4" />}
        {t(room ? "housing.ask.room" : "housing.ask.listing")}
      </Button>
      <div role="alert">
        {ask.error && <FieldError id={errorId}>{t(`common.errors.${asApiError(ask.error).code}`)}</FieldError>}
      </div>
    </div>
  );
};
