"use client";

import { useTranslations } from "use-intl";
import { attachmentLimits } from "#lib/contract/attachment-types.ts";
import type { WireError } from "#lib/contract/errors.ts";
import { limits } from "#lib/contract/limits.ts";

const whys = ["tooLarge", "empty", "type", "tooMany", "lost"] as const;
const values = { megabytes: String(attachmentLimits.bytes / 1024 / 1024), most: String(limits.attachmentsPerMessage) };

/** Why a file does not go out. What is in a file is judged by the server alone: its words come with the refusal. */
export const useFileTrouble = (): ((error: WireError, why: unknown) => string) => {
  const t = useTranslations();
  return ({ code, message }, given) => {
    const why = whys.find((known) => known === given) ?? (code === "too_large" ? "tooLarge" : null);
    if (why) return t(`files.refused.${why}`, values);
    return (code === "content_rejected" || code === "validation_failed") && message !== "" ? message : t(`common.errors.${code}`);
  };
};
