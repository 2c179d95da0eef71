"use client";

import { ChevronDown } from "lucide-react";
import { useTranslations } from "use-intl";
import { Button } from "#components/ui/button.tsx";
import { Menu, MenuItem, MenuSeparator } from "#components/ui/menu.tsx";
import { declineReasons } from "#lib/contract/booking-lists.ts";

type DeclineProps = {
  busy: boolean;
  disabled: boolean;
  onReason: (reason: string) => void;
  onOtherWords: () => void;
};

/** A no with its reason in one tap. */
export const DeclineMenu = ({ busy, disabled, onReason, onOtherWords }: DeclineProps) => {
  const t = useTranslations("bookings");
  return (
    <Menu
      align="start"
      trigger={
        <Button variant="secondary" size="s" busy={busy} disabled={disabled}>
          {t("step.decline")}
          <ChevronDown aria-hidden="true" className="size-4" />
        </Button>
      }
    >
      {declineReasons.flatMap((reason) =>
        reason === "other" ? (
          []
        ) : (
          <MenuItem key={reason} onSelect={() => onReason(reason)}>
            {t(`reason.${reason}`)}
          </MenuItem>
        ),
      )}
      <MenuSeparator />
      <MenuItem onSelect={onOtherWords}>{t("ask.otherWords")}</MenuItem>
    </Menu>
  );
};
