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
  const isConflict = error !== null && asApiError(error).code === "conflict";
  return <FormAlert>{error && (isConflict ? t(conflict) : <FormErrorText key={error.message} error={error} />)}</FormAlert>;
};
