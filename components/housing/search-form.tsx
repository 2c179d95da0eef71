"use client";

import { Search } from "lucide-react";
import type { ComponentProps, FormEvent } from "react";
import { useTranslations } from "use-intl";
import { FieldError } from "#components/ui/field-error.tsx";
import { Spinner } from "#components/ui/spinner.tsx";
import type { SearchDraft, SearchField } from "./search-href.ts";

const inputClass = "w-full bg-transparent text-[16px] outline-none placeholder:text-text-3 md:text-[15px]";
const cellClass =
  "grid min-h-14 gap-0.5 border-b px-4 py-2 focus-within:bg-accent-soft md:border-r md:border-b-0 focus-within:outline-2 focus-within:outline-accent focus-within:-outline-offset-2";
const errorKeys = { city: "invalidCity", moveIn: "invalidMoveIn", maxRent: "invalidMaxRent" } as const;

type CellProps = ComponentProps<"input"> & { label: string; invalid: boolean };

const Cell = ({ label, invalid, className, ...input }: CellProps) => (
  <label className={`${cellClass} ${className ?? ""}`}>
    <span className="text-[12.5px] text-text-2">{label}</span>
    <input
      {...input}
      aria-invalid={invalid || undefined}
      aria-describedby={invalid ? `search-${input.name}-error` : undefined}
      className={inputClass}
    />
  </label>
);

type SearchFormProps = {
  draft: SearchDraft;
  /** Fields whose text was not understood. */
  ignored: readonly SearchField[];
  busy: boolean;
  onChange: (draft: SearchDraft) => void;
  onSearch: () => void;
};

/** Where, when and for how much. A plain form: it also works before, or without, JavaScript. */
export const SearchForm = ({ draft, ignored, busy, onChange, onSearch }: SearchFormProps) => {
  const t = useTranslations("housing.search");
  const field = (name: SearchField) => ({
    name,
    value: draft[name],
    invalid: ignored.includes(name),
    onChange: (event: { target: { value: string } }) => onChange({ ...draft, [name]: event.target.value }),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSearch();
  };
  return (
    <search aria-label={t("label")}>
      <form
        action="/"
        method="get"
        onSubmit={submit}
        className="grid grid-cols-2 overflow-hidden rounded-panel border border-line-control bg-surface shadow-1 md:grid-cols-[1.4fr_1fr_1fr_auto]"
      >
        <Cell
          {...field("city")}
          label={t("city")}
          placeholder={t("cityPlaceholder")}
          autoComplete="off"
          className="max-md:col-span-2"
        />
        <Cell {...field("moveIn")} label={t("moveIn")} type="date" className="max-md:border-r" />
        <Cell
          {...field("maxRent")}
          label={t("maxRent")}
          placeholder={t("maxRentPlaceholder")}
          type="number"
          min={0}
          step="any"
          inputMode="decimal"
        />
        <button
          type="submit"
          aria-busy={busy}
          className="inline-flex min-h-12 items-center justify-center gap-2 bg-accent px-7 font-semibold text-on-accent -outline-offset-4 hover:bg-accent-strong focus-visible:outline-on-accent max-md:col-span-2"
        >
          {busy ? <Spinner /> : <Search aria-hidden="true" className="size-4.5" />}
          {t("submit")}
        </button>
      </form>
      {ignored.map((name) => (
        <div key={name} className="mt-2">
          <FieldError id={`search-${name}-error`}>{t(errorKeys[name])}</FieldError>
        </div>
      ))}
    </search>
  );
};
