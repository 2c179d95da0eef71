"use client";

import { MessagesSquare } from "lucide-react";
import { useTranslations } from "use-intl";
import { EmptyState } from "#components/ui/empty-state.tsx";

/** What stands beside the list while no conversation is open. */
export const NothingChosen = () => {
  const t = useTranslations("inbox.conversation");
  return (
    <div className="grid flex-1 place-content-center">
      <EmptyState icon={<MessagesSquare className="size-7" />} title={t("choose")} body={t("chooseBody")} />
    </div>
  );
};
