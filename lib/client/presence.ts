import type { Presence } from "#lib/contract/presence.ts";

export type Presences = Readonly<Record<string, Presence>>;

/** What is known of people by now; the last word about each counts. */
export const applyPresences = (presences: Presences, news: readonly Presence[]): Presences =>
  news.length === 0 ? presences : { ...presences, ...Object.fromEntries(news.map((one) => [one.userId, one])) };
