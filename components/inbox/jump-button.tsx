"use client";

import { ArrowDown } from "lucide-react";
import { useTranslations } from "use-intl";

/** Back to the newest message, with how many have come meanwhile. */
export const JumpButton = ({ count, onJump }: { count: number; onJump: () => void }) => {
  const t = useTranslations("inbox.messages");
  return (
    <button
      type="button"
      onClick={onJump}
      aria-label={count > 0 ? t("jumpCount", { count }) : t("jump")}
      className="absolute right-4 bottom-2 z-10 grid size-11 place-items-center rounded-full border bg-surface text-text-2 shadow-2 hover:text-text"
    >
      <ArrowDown aria-hidden="true" className="size-5" />
      {count > 0 && (
        <span
          aria-hidden="true"
          className="tabular absolute -top-2 right-0 grid h-5 min-w-5 place-items-center rounded-full bg-accent px-1.5 font-semibold text-on-accent text-xs"
        >
          {count > 99 ? "99+" : count}
        </span>
      )}
    </button>
  );
};
