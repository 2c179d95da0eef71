"use client";

import { useTranslations } from "use-intl";
import { FormAlert } from "#components/accounts/form-alert.tsx";
import { FormErrorText } from "#components/accounts/form-error-text.tsx";
import { asApiError } from "#lib/client/api.ts";

type HomeErrorProps = {
  error: Error | null;
  /** What a `conflict` means here. */
  conflict: "inUse" | "tooMany";
};

/** Where a refusal appears and is read out. */
export const HomeError = ({ error, conflict }: HomeErrorProps) => {
  const t = useTranslations("homes");
  const code = error && asApiError(error).code;
  const words = () => {
    if (!error) return null;
    if (code === "conflict") return t(conflict);
    // The rules are the server's, and so are their words.
    return code === "content_rejected" ? (
      t("rejected", { reason: error.message })
    ) : (
      <FormErrorText key={error.message} error={error} />
    );
  };
  return <FormAlert>{words()}</FormAlert>;
};
