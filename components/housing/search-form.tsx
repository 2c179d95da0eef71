"use client";

import clsx from "clsx";
import { Search } from "lucide-react";
import type { ComponentProps, FormEvent } from "react";
import { useTranslations } from "use-intl";
import { FieldError } from "#components/ui/field-error.tsx";
import { Spinner } from "#components/ui/spinner.tsx";
import type { SearchDraft, SearchField } from "./search-href.ts";

const inputClass = "w-full min-w-0 bg-transparent text-[16px] outline-none placeholder:text-text-3 md:text-[15px]";
const cellClass =
  "grid min-h-14 gap-0.5 border-b px-4 py-2 focus-within:bg-accent-soft focus-within:outline-2 focus-within:outline-accent focus-within:-outline-offset-2";
const errorKeys = {
  q: "invalidWords",
  city: "invalidCity",
  moveIn: "invalidMoveIn",
  moveOut: "invalidMoveOut",
  maxRent: "invalidMaxRent",
  sort: "invalidSort",
} as const;

type CellProps = ComponentProps<"input"> & { label: string; invalid: boolean };

const Cell = ({ label, invalid, className, ...input }: CellProps) => (
  <label className={clsx(cellClass, className)}>
    <span className="text-[12.5px] text-text-2">{label}</span>
    <input
      {...input}
      aria-invalid={invalid || undefined}
      aria-describedby={invalid ? `search-${input.name}-error` : undefined}
      className={inputClass}
    />
  </label>
);

type SortCellProps = { value: string; onChange: (event: { target: { value: string } }) => void; className: string };

const SortCell = ({ value, onChange, className }: SortCellProps) => {
  const t = useTranslations("housing.search");
  return (
    <label className={clsx(cellClass, className)}>
      <span className="text-[12.5px] text-text-2">{t("sort")}</span>
      <select name="sort" value={value} onChange={onChange} className={inputClass}>
        <option value="">{t("newest")}</option>
        <option value="rent">{t("cheapest")}</option>
      </select>
    </label>
  );
};

type SearchFormProps = {
  draft: SearchDraft;
  /** Fields whose text was not understood. */
  ignored: readonly SearchField[];
  busy: boolean;
  onChange: (draft: SearchDraft) => void;
  onSearch: () => void;
};

/** What, where, when and for how much. A plain form: it also works before, or without, JavaScript. */
export const SearchForm = ({ draft, ignored, busy, onChange, onSearch }: SearchFormProps) => {
  const t = useTranslations("housing.search");
  const field = (name: SearchField) => ({
    name,
    value: draft[name],
    onChange: (event: { target: { value: string } }) => onChange({ ...draft, [name]: event.target.value }),
  });
  const input = (name: SearchField) => ({ ...field(name), invalid: ignored.includes(name) });
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
        className="grid grid-cols-2 overflow-hidden rounded-panel border border-line-control bg-surface shadow-1 lg:grid-cols-[1.2fr_1.2fr_1fr_1fr_0.9fr_0.9fr_auto]"
      >
        <Cell
          {...input("q")}
          label={t("words")}
          placeholder={t("wordsPlaceholder")}
          autoComplete="off"
          className="max-lg:col-span-2 lg:border-r lg:border-b-0"
        />
        <Cell
          {...input("city")}
          label={t("city")}
          placeholder={t("cityPlaceholder")}
          autoComplete="off"
          className="max-lg:col-span-2 lg:border-r lg:border-b-0"
        />
        <Cell {...input("moveIn")} label={t("moveIn")} type="date" className="border-r lg:border-b-0" />
        <Cell {...input("moveOut")} label={t("moveOut")} type="date" className="lg:border-r lg:border-b-0" />
        <Cell
          {...input("maxRent")}
          label={t("maxRent")}
          placeholder={t("maxRentPlaceholder")}
          type="number"
          min={0}
          step="any"
          inputMode="decimal"
          className="border-r lg:border-b-0"
        />
        <SortCell {...field("sort")} className="lg:border-r lg:border-b-0" />
        <button
          type="submit"
          aria-busy={busy}
          className="inline-flex min-h-12 items-center justify-center gap-2 bg-accent px-6 font-semibold text-on-accent -outline-offset-4 hover:bg-accent-strong focus-visible:outline-on-accent max-lg:col-span-2"
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
