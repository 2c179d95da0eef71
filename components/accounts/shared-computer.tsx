"use client";

import { useId } from "react";
import { useTranslations } from "use-intl";

type SharedProps = { checked: boolean; onChange: (checked: boolean) => void };

/** Whether this browser may keep anything of the person who signs in. */
export const SharedComputer = ({ checked, onChange }: SharedProps) => {
  const t = useTranslations("accounts.signIn");
  const hintId = useId();
  return (
    <div className="grid">
      <label className="flex min-h-11 cursor-pointer items-center gap-2.5 md:min-h-9">
        <input
          type="checkbox"
          checked={checked}
          onChange={(event) => onChange(event.target.checked)}
          aria-describedby={hintId}
          className="size-[18px] accent-accent"
        />
        {t("shared")}
      </label>
      <p id={hintId} className="pl-7 text-[13px] text-text-2">
        {t("sharedHint")}
      </p>
    </div>
  );
};
