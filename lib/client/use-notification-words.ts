"use client";

import { useTranslations } from "use-intl";
import type { Notification } from "#lib/contract/notifications.ts";
import { formatFull } from "./format.ts";
import { useSystemWords } from "./use-system-words.ts";

/** What a notification says; `name` is whose doing it was. */
export const useNotificationWords = (): ((about: Notification["about"], name: string) => string) => {
  const t = useTranslations("notifications.reminder");
  const words = useSystemWords();
  return (about, name) =>
    about.type === "viewing_reminder"
      ? t(about.kind, { time: formatFull(about.startsAt, { timeZone: about.timeZone }) })
      : words(about, name);
};
