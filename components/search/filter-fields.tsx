"use client";

import { useTranslations } from "use-intl";
import { SelectField } from "#components/ui/select-field.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import type { Companion } from "#lib/client/companions.ts";
import type { SearchFilters } from "#lib/client/search-filters.ts";

type FieldsProps = {
  id: string;
  people: readonly Pick<Companion, "userId" | "name">[];
  filters: SearchFilters;
  onChange: (filters: SearchFilters) => void;
};

/** By whom and when. */
export const FilterFields = ({ id, people, filters, onChange }: FieldsProps) => {
  const t = useTranslations("search");
  return (
    <div id={id} className="grid gap-3 rounded-card border bg-surface-2 p-3">
      <SelectField
        label={t("person")}
        value={filters.senderId}
        options={[{ value: "", label: t("anybody") }, ...people.map(({ userId, name }) => ({ value: userId, label: name }))]}
        onChange={(senderId) => onChange({ ...filters, senderId })}
      />
      <TextField
        type="date"
        label={t("since")}
        value={filters.from}
        max={filters.to || undefined}
        onChange={({ target }) => onChange({ ...filters, from: target.value })}
      />
      <TextField
        type="date"
        label={t("until")}
        value={filters.to}
        min={filters.from || undefined}
        onChange={({ target }) => onChange({ ...filters, to: target.value })}
      />
    </div>
  );
};
