"use client";

import { useTranslations } from "use-intl";
import { Badge } from "#components/ui/badge.tsx";
import type { Place, Unread } from "./types.ts";

type UnreadBadgeProps = { place: Place; unread: Unread; className?: string };

/** How much is unread in a place, at the corner of its icon. */
export const UnreadBadge = ({ place, unread, className }: UnreadBadgeProps) => {
  const t = useTranslations();
  const count = unread[place] ?? 0;
  const label = t(place === "inbox" ? "common.unread" : "shell.unreadNotifications", { count });
  return <Badge tone="danger" count={count} label={label} {...(className ? { className } : {})} />;
};
