"use client";

import { useTranslations } from "use-intl";
import { asApiError } from "#lib/client/api.ts";
import { RateLimitText } from "./rate-limit-text.tsx";

/** A refusal that needs no words of its own: what happened, or how long to wait. Give it a new key with every try. */
export const FormErrorText = ({ error }: { error: Error }) => {
  const t = useTranslations("common.errors");
  const { code, retryAfterMs } = asApiError(error);
  return code === "rate_limited" && retryAfterMs ? <RateLimitText retryAfterMs={retryAfterMs} /> : t(code);
};
