import type { Viewing } from "#lib/contract/viewings.ts";
import type { viewings } from "#lib/db/schema/index.ts";
import { presentSlot, type Slot } from "./slots.policy.ts";
import { stepsOf, type ViewingState } from "./viewing.policy.ts";

/** A stored viewing with the times that are offered, the earliest first. */
export type ViewingRow = typeof viewings.$inferSelect & { slots: Slot[] };

/** A viewing joined with what a card shows. */
export type NamedViewingRow = ViewingRow & {
  listingTitle: string;
  street: string;
  city: string;
  timeZone: string;
  roomName: string | null;
  studentName: string;
  landlordName: string;
};

/** A stored viewing as its rules see it. */
export const stateOf = ({ status, version, startsAt, minutes, offeredBy, studentId, slots }: ViewingRow): ViewingState => ({
  status,
  version,
  confirmed: startsAt === null || minutes === null ? null : { startsAt, minutes },
  offer: offeredBy === null ? null : { by: offeredBy === studentId ? "student" : "landlord", slots },
});

/** A stored viewing as the wire shows it, the same to both sides. */
export const presentViewing = (row: NamedViewingRow): Viewing => {
  const state = stateOf(row);
  const { confirmed, offer } = state;
  return {
    id: row.id,
    listing: { id: row.listingId, title: row.listingTitle, street: row.street, city: row.city, timeZone: row.timeZone },
    room: row.roomId === null || row.roomName === null ? null : { id: row.roomId, name: row.roomName },
    student: { id: row.studentId, name: row.studentName },
    landlord: { id: row.landlordId, name: row.landlordName },
    conversationId: row.conversationId,
    kind: row.kind,
    status: row.status,
    version: row.version,
    confirmed: confirmed && presentSlot(confirmed),
    offer: offer && { by: offer.by, slots: offer.slots.map(presentSlot) },
    reason: row.reason,
    note: row.note,
    steps: { student: stepsOf(state, "student"), landlord: stepsOf(state, "landlord") },
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  };
};
