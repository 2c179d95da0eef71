import type { ListingSummary, Room } from "#lib/contract/housing.ts";

/** `free`: one can move in today (`count` rooms of a listing). `from`: not before that day. */
export type Availability = { state: "free"; count?: number } | { state: "from"; date: string };

/** Dates as `2026-11-22` compare as strings. */
export const roomAvailability = ({ availableFrom }: Pick<Room, "availableFrom">, today: string): Availability =>
  availableFrom <= today ? { state: "free" } : { state: "from", date: availableFrom };

/** What the pill of a whole listing says. */
export const listingAvailability = ({
  freeRoomCount,
  availableFrom,
}: Pick<ListingSummary, "freeRoomCount" | "availableFrom">): Availability =>
  freeRoomCount > 0 ? { state: "free", count: freeRoomCount } : { state: "from", date: availableFrom };
