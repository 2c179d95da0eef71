"use client";

import { CloudOff } from "lucide-react";
import { useTranslations } from "use-intl";
import { Button } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { asApiError } from "#lib/client/api.ts";
import { usePage } from "#lib/client/realtime-context.ts";

export type ProblemProps = { error: unknown; onRetry: () => void; onBack?: () => void };

/** Why there is nothing to read, and what to do next. */
export const ConversationProblem = ({ error, onRetry, onBack }: ProblemProps) => {
  const t = useTranslations();
  const isOffline = usePage(({ connection }) => connection === "offline");
  const title = isOffline ? t("inbox.conversation.offlineTitle") : t("inbox.conversation.failedTitle");
  const body = isOffline ? t("inbox.conversation.offlineBody") : t(`common.errors.${asApiError(error).code}`);
  return (
    <div role="alert" className="grid min-h-0 flex-1 place-content-center overflow-y-auto">
      <EmptyState
        icon={<CloudOff className="size-7" />}
        title={title}
        body={body}
        action={
          <span className="flex flex-wrap justify-center gap-2">
            <Button onClick={onRetry}>{t("common.tryAgain")}</Button>
            {onBack && (
              <Button variant="secondary" onClick={onBack} className="md:hidden">
                {t("inbox.conversation.back")}
              </Button>
            )}
          </span>
        }
      />
    </div>
  );
};
