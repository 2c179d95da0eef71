"use client";

import { useTranslations } from "use-intl";
import { Badge } from "#components/ui/badge.tsx";

/** The number of unread messages at the corner of an icon. */
export const UnreadBadge = ({ count, className }: { count: number; className?: string }) => {
  const t = useTranslations("common");
  return <Badge tone="danger" count={count} label={t("unread", { count })} {...(className ? { className } : {})} />;
};
