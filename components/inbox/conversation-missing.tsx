"use client";

import { SearchX } from "lucide-react";
import { useTranslations } from "use-intl";
import { Button } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";

/** There is no such conversation, or one may not know of it. */
export const ConversationMissing = ({ onBack }: { onBack: () => void }) => {
  const t = useTranslations("inbox.conversation");
  return (
    <div className="grid flex-1 place-content-center">
      <EmptyState
        icon={<SearchX className="size-7" />}
        title={t("notFoundTitle")}
        body={t("notFoundBody")}
        action={<Button onClick={onBack}>{t("notFoundAction")}</Button>}
      />
    </div>
  );
};
