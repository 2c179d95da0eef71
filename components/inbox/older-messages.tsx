"use client";

import { useTranslations } from "use-intl";
import { Spinner } from "#components/ui/spinner.tsx";

/** In pixels; the same whatever it says, so that nothing below it moves. */
export const olderHeight = 56;

type OlderProps = { hasOlder: boolean; isLoading: boolean; hasFailed: boolean; onRetry: () => void };

/** What stands above the first message that is held. */
export const OlderMessages = ({ hasOlder, isLoading, hasFailed, onRetry }: OlderProps) => {
  const t = useTranslations();
  return (
    <div style={{ height: olderHeight }} className="grid shrink-0 place-content-center text-center text-[13px] text-text-2">
      {hasFailed && !isLoading ? (
        <p className="flex flex-wrap items-center justify-center gap-x-2">
          {t("inbox.messages.failedOlder")}
          <button type="button" onClick={onRetry} className="min-h-9 font-semibold text-accent-strong underline">
            {t("common.tryAgain")}
          </button>
        </p>
      ) : hasOlder ? (
        <span className={isLoading ? "" : "invisible"}>
          <Spinner />
          <span className="sr-only">{t("inbox.messages.loadingOlder")}</span>
        </span>
      ) : (
        <p>{t("inbox.messages.start")}</p>
      )}
    </div>
  );
};
