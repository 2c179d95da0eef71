"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "use-intl";
import { Button } from "#components/ui/button.tsx";
import { LiveFields } from "#components/ui/live-fields.tsx";
import { checkDetails, detailFields, detailsOf } from "#lib/client/check-home.ts";
import { useHomeForm } from "#lib/client/use-home-form.ts";
import { useNewListing } from "#lib/client/use-own-listings.ts";
import { DetailsFields } from "./details-fields.tsx";
import { HomeError } from "./home-error.tsx";

/** Begins a home, and goes on with its rooms and photos. What was written stays when it is refused. */
export const NewHome = () => {
  const t = useTranslations("homes");
  const router = useRouter();
  const begin = useNewListing(({ id }) => router.replace(`/my/listings/${id}`));
  const { form, submit, refuse, text } = useHomeForm(detailFields, checkDetails);
  return (
    <form
      ref={form}
      method="post"
      noValidate
      onSubmit={submit((fields) => begin.mutate(detailsOf(fields), { onError: refuse }))}
      className="grid gap-4"
    >
      <LiveFields>
        <DetailsFields error={text} />
        <HomeError error={begin.error} conflict="tooMany" />
        <Button type="submit" busy={begin.isPending || begin.isSuccess} className="justify-self-start">
          {t("newSubmit")}
        </Button>
      </LiveFields>
    </form>
  );
};
