"use client";

import { Archive, CheckCheck, MessageCircle, SearchX } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "use-intl";
import { buttonClass } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import type { User } from "#lib/contract/accounts.ts";
import type { ConversationFilter } from "#lib/contract/conversations.ts";

type EmptyProps = { filter: ConversationFilter; q: string; role: User["role"] };

const FindRoom = () => (
  <Link href="/" className={buttonClass()}>
    {useTranslations("inbox.list")("emptyAction")}
  </Link>
);

/** Why the list is empty, and what to do next. */
export const ConversationListEmpty = ({ filter, q, role }: EmptyProps) => {
  const t = useTranslations("inbox.list");
  if (q !== "") {
    return <EmptyState icon={<SearchX className="size-7" />} title={t("emptySearchTitle")} body={t("emptySearchBody", { q })} />;
  }
  if (filter === "unread") {
    return <EmptyState icon={<CheckCheck className="size-7" />} title={t("emptyUnreadTitle")} body={t("emptyUnreadBody")} />;
  }
  if (filter === "archived") {
    return <EmptyState icon={<Archive className="size-7" />} title={t("emptyArchivedTitle")} body={t("emptyArchivedBody")} />;
  }
  const isLandlord = role === "landlord";
  return (
    <EmptyState
      icon={<MessageCircle className="size-7" />}
      title={t("emptyTitle")}
      body={t(isLandlord ? "emptyBodyLandlord" : "emptyBody")}
      action={isLandlord ? undefined : <FindRoom />}
    />
  );
};
