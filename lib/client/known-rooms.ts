import type { Room, RoomAvailability } from "#lib/contract/housing.ts";

/** How one room stands. */
export type RoomStanding = Pick<Room, "status" | "requests" | "heldUntil" | "letUntil" | "availableFrom">;

/** What is known of a listing's rooms, by id, and as of when by the server's clock (ISO 8601). */
export type KnownRooms = { rooms: Record<string, RoomStanding>; at: string };

const standingOf = ({ status, requests, heldUntil, letUntil, availableFrom }: RoomStanding): RoomStanding => ({
  status,
  requests,
  heldUntil,
  letUntil,
  availableFrom,
});

/** As a listing's page has them, made at that moment. */
export const roomsOfListing = (rooms: readonly Room[], at: string): KnownRooms => ({
  rooms: Object.fromEntries(rooms.map((room) => [room.id, standingOf(room)])),
  at,
});

/** As the server answers who watches. */
export const knownRooms = (rooms: readonly RoomAvailability[]): KnownRooms => ({
  rooms: Object.fromEntries(rooms.map((room) => [room.roomId, standingOf(room)])),
  at: rooms[0]?.updatedAt ?? new Date().toISOString(),
});

/** With the news of one room. */
export const withRoom = ({ rooms, at }: KnownRooms, room: RoomAvailability): KnownRooms => ({
  rooms: { ...rooms, [room.roomId]: standingOf(room) },
  at: room.updatedAt > at ? room.updatedAt : at,
});

/** Of two answers the younger. A page may come from a cache, and a cache may have missed what the page knows. */
export const younger = (one: KnownRooms, other: KnownRooms | undefined): KnownRooms => (other && other.at > one.at ? other : one);

/** The rooms that stand otherwise than before; a room that was not known before has not changed. */
export const changedRooms = (before: KnownRooms, after: KnownRooms): string[] =>
  Object.keys(after.rooms).filter((id) => {
    const [old, fresh] = [before.rooms[id], after.rooms[id]];
    return (
      old &&
      fresh &&
      (old.status !== fresh.status || old.requests !== fresh.requests || old.availableFrom !== fresh.availableFrom)
    );
  });

/** What a whole listing says of its rooms; dates as `2026-11-22` compare as strings. */
export const homeStanding = ({ rooms }: KnownRooms, today: string) => {
  const all = Object.values(rooms);
  const dates = all.map(({ availableFrom }) => availableFrom).sort();
  return {
    freeRoomCount: dates.filter((date) => date <= today).length,
    requestCount: all.reduce((sum, { requests }) => sum + requests, 0),
    availableFrom: dates[0] ?? today,
  };
};
export type HomeStanding = ReturnType<typeof homeStanding>;
