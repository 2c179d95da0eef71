"use client";

import { CloudOff } from "lucide-react";
import { useTranslations } from "use-intl";
import { Button } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import type { ApiError } from "#lib/client/api.ts";

export const ConversationListFailed = ({ error, onRetry }: { error: ApiError; onRetry: () => void }) => {
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
