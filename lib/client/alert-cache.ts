import type { QueryClient } from "@tanstack/react-query";
import type { Alert, Alerts } from "#lib/contract/alerts.ts";
import type { ServerEventMessage } from "#lib/contract/events.ts";
import { pageKeys } from "./page-keys.ts";
import { queryKeys } from "./query-keys.ts";

export type AlertNews = Extract<ServerEventMessage, { event: "alert:published" | "alert:ended" }>;

/** What stands after the news, the newest first. What comes twice stands once; the end of what is not known changes nothing. */
export const withNews = (known: readonly Alert[], { event, payload }: AlertNews): Alert[] => {
  const others = known.filter(({ id }) => id !== payload.id);
  return event === "alert:published" ? [payload, ...others].sort((one, other) => (one.at < other.at ? 1 : -1)) : others;
};

/** Puts news of alerts where the page shows them from. */
export const takeAlert = (client: QueryClient, news: AlertNews): void => {
  client.setQueryData<Alerts>(queryKeys.alerts, (held) => ({ items: withNews(held?.items ?? [], news) }));
  void client.invalidateQueries({ queryKey: pageKeys.publishedAlerts });
};
