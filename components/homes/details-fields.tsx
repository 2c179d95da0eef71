"use client";

import { useTranslations } from "use-intl";
import { TextArea } from "#components/ui/text-area.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import type { DetailField } from "#lib/client/check-home.ts";
import type { OwnListing } from "#lib/contract/own-listings.ts";

type DetailsFieldsProps = {
  /** What is known so far. */
  home?: OwnListing | undefined;
  error: (name: DetailField) => string | undefined;
};

/** What a landlord writes about a home. */
export const DetailsFields = ({ home, error }: DetailsFieldsProps) => {
  const t = useTranslations("homes.details");
  const field = (name: Exclude<DetailField, "amenities">) => ({
    name,
    defaultValue: home?.[name] ?? "",
    error: error(name),
    autoComplete: "off",
  });
  return (
    <>
      <TextField {...field("title")} label={t("name")} hint={t("nameHint")} required />
      <div className="grid items-start gap-4 sm:grid-cols-2">
        <TextField {...field("street")} label={t("street")} />
        <TextField {...field("city")} label={t("city")} />
      </div>
      <TextField {...field("tagline")} label={t("tagline")} hint={t("taglineHint")} />
      <TextArea {...field("description")} label={t("description")} rows={7} />
      <TextArea
        name="amenities"
        label={t("amenities")}
        hint={t("amenitiesHint")}
        rows={4}
        defaultValue={home?.amenities.join("\n") ?? ""}
        error={error("amenities")}
      />
    </>
  );
};
