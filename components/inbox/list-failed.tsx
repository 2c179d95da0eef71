"use client";

import { CloudOff } from "lucide-react";
import { useTranslations } from "use-intl";
import { Button } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import type { ApiError } from "#lib/client/api.ts";

/** The conversations could not be had. */
export const ListFailed = ({ error, onRetry }: { error: ApiError; onRetry: () => void }) => {
  const t = useTranslations();
  return (
    <div role="alert">
      <EmptyState
        icon={<CloudOff className="size-7" />}
        title={t("inbox.list.failedTitle")}
        body={t(`common.errors.${error.code}`)}
        action={<Button onClick={onRetry}>{t("common.tryAgain")}</Button>}
      />
    </div>
  );
};

/** What comes after those that are shown could not be had. */
export const MoreFailed = ({ words, onRetry }: { words: string; onRetry: () => void }) => (
  <div className="grid justify-items-center gap-2 p-4 text-center text-[13.5px] text-text-2">
    <p role="alert">{words}</p>
    <Button variant="secondary" size="s" onClick={onRetry}>
      {useTranslations("common")("tryAgain")}
    </Button>
  </div>
);
