"use client";

import { Check, Circle } from "lucide-react";
import { useTranslations } from "use-intl";
import { limits } from "#lib/contract/limits.ts";
import { countCharacters } from "./check-fields.ts";

const { min } = limits.passwordCharacters;

/** The rule for a new password, and how far one is. Only the moment when it is met is read out. */
export const PasswordRule = ({ password }: { password: string }) => {
  const t = useTranslations("accounts.signUp");
  const count = countCharacters(password);
  const good = count >= min;
  const Icon = good ? Check : Circle;
  const words = count > 0 && !good ? t("passwordMissing", { count: min - count }) : t("passwordRule", { min: String(min) });
  return (
    <>
      <span className={good ? "flex items-center gap-1.5 text-accent-strong" : "flex items-center gap-1.5"}>
        <Icon aria-hidden="true" className="size-3.5 shrink-0" />
        {words}
      </span>
      <span role="status" className="sr-only">
        {good && t("passwordGood")}
      </span>
    </>
  );
};
