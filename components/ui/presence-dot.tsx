"use client";

import clsx from "clsx";
import { useTranslations } from "use-intl";

export type PresenceLook = "online" | "away" | "busy" | "offline";

const looks: Record<PresenceLook, string> = {
  online: "bg-state-free",
  away: "bg-state-soon",
  busy: "bg-danger",
  offline: "bg-text-3",
};

/** The dot at an avatar's corner, with its meaning in words for a screen reader. Nobody's absence needs a dot. */
export const PresenceDot = ({ presence }: { presence: PresenceLook }) => {
  const t = useTranslations("common.presence");
  return (
    <>
      {presence !== "offline" && (
        <span
          aria-hidden="true"
          className={clsx("absolute right-0 bottom-0 size-3 rounded-full ring-2 ring-surface", looks[presence])}
        />
      )}
      <span className="sr-only">{t(presence)}</span>
    </>
  );
};
