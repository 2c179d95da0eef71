import type { MessageSearchQuery } from "#lib/contract/message-search.ts";
import { instantsOf } from "./zoned-time.ts";

/** What messages are looked for by beside their words; days as `2027-03-28`, each of them empty where it does not matter. */
export type SearchFilters = { senderId: string; from: string; to: string };
export const NO_FILTERS: SearchFilters = { senderId: "", from: "", to: "" };

const DAY_MS = 86_400_000;

const dayAfter = (day: string): string => new Date(Date.parse(day) + DAY_MS).toISOString().slice(0, 10);

/** When a day begins on the clock of that zone; where clocks go forward at midnight, an hour later. Nothing for what is no day. */
const beginOf = (day: string, timeZone: string): string | undefined =>
  ["00:00", "01:00"].flatMap((time) => instantsOf(`${day}T${time}`, timeZone))[0]?.toISOString();

type Asked = Omit<MessageSearchQuery, "cursor" | "limit">;

/** What the server is asked for. Both days are within. */
export const searchQuery = (
  q: string,
  conversationId: string | null,
  { senderId, from, to }: SearchFilters,
  timeZone: string,
): Asked => {
  const begin = from && beginOf(from, timeZone);
  const end = to && beginOf(dayAfter(to), timeZone);
  return {
    q,
    ...(conversationId ? { conversationId } : {}),
    ...(senderId ? { senderId } : {}),
    ...(begin ? { from: begin } : {}),
    ...(end ? { to: end } : {}),
  };
};
