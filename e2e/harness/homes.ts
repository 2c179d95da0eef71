import { v7 } from "uuid";
import { execute } from "./sql.ts";

const DAY_MS = 86_400_000;

/** A day so many days from today: `2027-02-01`. */
export const day = (days: number): string => new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 10);

export type Home = { listingId: string; roomId: string; roomIds: string[] };

type Options = { rooms?: number; isPublished?: boolean; availableFrom?: string; city?: string };

/** A listing of that landlord's, written behind the server's back. */
export const createHome = async (
  databaseUrl: string,
  landlordId: string,
  { rooms = 1, isPublished = true, availableFrom = day(0), city = "Testville" }: Options = {},
): Promise<Home> => {
  const listingId = v7();
  await execute(
    databaseUrl,
    `insert into listings (id, landlord_id, title, city, street, tagline, description, amenities, photo_urls)
      values ($1, $2, 'House at the river', $3, 'Bank 1', 'Quiet', 'A house.', '{}', '{}')`,
    [listingId, landlordId, city],
  );
  const roomIds = Array.from({ length: rooms }, () => v7());
  for (const [position, id] of roomIds.entries()) {
    await execute(
      databaseUrl,
      `insert into rooms (id, listing_id, position, name, rent_cents, deposit_cents, square_metres, available_from)
        values ($1, $2, $3::int, $4, 50000, 100000, 14, $5)`,
      [id, listingId, String(position), `Room ${position + 1}`, availableFrom],
    );
  }
  // Published last, as a landlord does.
  if (isPublished) await execute(databaseUrl, "update listings set published_at = clock_timestamp() where id = $1", [listingId]);
  return { listingId, roomId: roomIds[0] ?? "", roomIds };
};
