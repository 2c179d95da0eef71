"use client";

import { useTranslations } from "use-intl";
import { formatAgo } from "#lib/client/format.ts";
import { useNow } from "#lib/client/use-now.ts";
import type { Presence } from "#lib/contract/presence.ts";

const MINUTE = 60_000;

/** Whether somebody is there, or when they were seen last; nothing while that is not known yet. */
export const PresenceLine = ({ presence }: { presence: Presence | undefined }) => {
  const t = useTranslations();
  const now = useNow(MINUTE);
  if (!presence) return null;
  if (presence.status !== "offline") return <span className="shrink-0">{t(`common.presence.${presence.status}`)}</span>;
  const { lastSeenAt } = presence;
  const words = lastSeenAt
    ? t("inbox.conversation.lastSeen", { ago: formatAgo(lastSeenAt, now) })
    : t("inbox.conversation.notSeen");
  return <span className="shrink-0">{words}</span>;
};
