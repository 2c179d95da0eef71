"use client";

import { useTranslations } from "use-intl";
import { FormErrorText } from "#components/accounts/form-error-text.tsx";
import { Button } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { asApiError } from "#lib/client/api.ts";
import { viewingConflict } from "#lib/client/viewing-conflict.ts";

const Words = ({ error }: { error: Error }) => {
  const t = useTranslations("viewings.problem");
  const told = viewingConflict(error);
  if (told?.reason === "overlaps") return t(told.isOwn ? "overlapsOwn" : "overlapsOther");
  if (told) return t(told.reason);
  return asApiError(error).code === "forbidden" ? t("forbidden") : <FormErrorText key={error.message} error={error} />;
};

type StepProblemProps = { error: Error | null; busy: boolean; onDespite: () => void };

/** Why a step failed; a warning of another viewing at that time can be passed over. */
export const StepProblem = ({ error, busy, onDespite }: StepProblemProps) => {
  const t = useTranslations("viewings.act");
  const isWarning = viewingConflict(error)?.reason === "overlaps";
  return (
    <div role="alert" className="empty:hidden">
      {error && (
        <Notice tone={isWarning ? "warn" : "danger"}>
          <Words error={error} />
          {isWarning && (
            <Button variant="secondary" size="s" busy={busy} onClick={onDespite} className="mt-2">
              {t("despite")}
            </Button>
          )}
        </Notice>
      )}
    </div>
  );
};
