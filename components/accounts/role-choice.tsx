"use client";

import clsx from "clsx";
import { GraduationCap, KeyRound } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { FieldError } from "#components/ui/field-error.tsx";

const cardClass = clsx(
  "relative grid cursor-pointer grid-cols-[auto_1fr_auto] gap-x-3 rounded-card border border-line-control p-3 has-checked:border-accent",
  "has-checked:bg-accent-soft has-checked:ring-1 has-checked:ring-accent hover:bg-surface-2",
  "has-focus-visible:outline-2 has-focus-visible:outline-accent has-focus-visible:outline-offset-2",
);

type CardProps = { value: string; chosen: string; icon: ReactNode; title: string; hint: string; describedBy: string | undefined };

const Card = ({ value, chosen, icon, title, hint, describedBy }: CardProps) => (
  <label className={cardClass}>
    <input
      type="radio"
      name="role"
      value={value}
      defaultChecked={chosen === value}
      required
      aria-describedby={describedBy}
      className="order-last row-span-2 size-4 self-center accent-accent outline-none"
    />
    <span aria-hidden="true" className="row-span-2 grid size-10 place-items-center rounded-full bg-surface-2 text-accent-strong">
      {icon}
    </span>
    <span className="self-end font-semibold">{title}</span>
    <span className="col-start-2 row-start-2 text-[13px] text-text-2">{hint}</span>
  </label>
);

/** Student or landlord: two cards, of which one is chosen. */
export const RoleChoice = ({ chosen, error }: { chosen: string; error: string | undefined }) => {
  const t = useTranslations("accounts.signUp");
  const describedBy = error ? "role-error" : undefined;
  const common = { chosen, describedBy };
  return (
    <fieldset className="grid gap-1.5">
      <legend className="mb-1.5 font-medium text-sm">{t("role")}</legend>
      <div className="grid gap-2">
        <Card
          {...common}
          value="student"
          title={t("student")}
          hint={t("studentHint")}
          icon={<GraduationCap className="size-5" />}
        />
        <Card
          {...common}
          value="landlord"
          title={t("landlord")}
          hint={t("landlordHint")}
          icon={<KeyRound className="size-5" />}
        />
      </div>
      {error && <FieldError id="role-error">{error}</FieldError>}
    </fieldset>
  );
};
