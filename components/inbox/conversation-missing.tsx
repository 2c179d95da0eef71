"use client";

import { SearchX } from "lucide-react";
import { useTranslations } from "use-intl";
import { Button } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";

/** There is no such conversation, or one may not know of it; `title` is that of a group that was open here a moment ago. */
export const ConversationMissing = ({ title, onBack }: { title: string | null; onBack: () => void }) => {
  const t = useTranslations("inbox.conversation");
  const tGroups = useTranslations("groups");
  return (
    <div className="grid flex-1 place-content-center">
      <EmptyState
        icon={<SearchX className="size-7" />}
        title={title === null ? t("notFoundTitle") : tGroups("goneTitle", { title })}
        body={title === null ? t("notFoundBody") : tGroups("goneBody")}
        action={<Button onClick={onBack}>{t("notFoundAction")}</Button>}
      />
    </div>
  );
};
