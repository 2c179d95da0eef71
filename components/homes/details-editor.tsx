"use client";

import { useTranslations } from "use-intl";
import { Button } from "#components/ui/button.tsx";
import { LiveFields } from "#components/ui/live-fields.tsx";
import { checkDetails, detailFields, detailsOf } from "#lib/client/check-home.ts";
import { useHomeForm } from "#lib/client/use-home-form.ts";
import type { Home } from "#lib/client/use-own-listings.ts";
import type { OwnListing } from "#lib/contract/own-listings.ts";
import { DetailsFields } from "./details-fields.tsx";
import { HomeError } from "./home-error.tsx";
import { MissingParts } from "./missing-parts.tsx";

/** What a published home would lack: the server says it in the details of its refusal, and the fields show it. */
const lacks = (home: OwnListing, form: HTMLFormElement | null) => {
  const data = new FormData(form ?? undefined);
  return (["city", "street", "tagline", "description"] as const).filter(
    (part) => home.status === "published" && String(data.get(part) ?? "").trim() === "",
  );
};

type DetailsEditorProps = { home: OwnListing; change: Home["change"] };

/** The texts of a home. What was written stays when it is refused. */
export const DetailsEditor = ({ home, change }: DetailsEditorProps) => {
  const t = useTranslations("homes.details");
  const { form, submit, refuse, text } = useHomeForm(detailFields, checkDetails);
  const isOurs = change.variables?.status === undefined;
  const missing = isOurs && change.isError ? lacks(home, form.current) : [];
  return (
    <form
      ref={form}
      method="post"
      noValidate
      onSubmit={submit((fields) => change.mutate(detailsOf(fields), { onError: refuse }))}
      className="grid gap-4"
    >
      <LiveFields>
        <DetailsFields home={home} error={text} />
        {missing.length > 0 ? (
          <div role="alert">
            <MissingParts missing={missing} />
          </div>
        ) : (
          <HomeError error={isOurs ? change.error : null} conflict="tooMany" />
        )}
        <div className="flex items-center gap-3">
          <Button type="submit" busy={change.isPending && isOurs}>
            {t("save")}
          </Button>
          <span role="status" className="text-[14px] text-text-2">
            {isOurs && change.isSuccess && t("saved")}
          </span>
        </div>
      </LiveFields>
    </form>
  );
};
