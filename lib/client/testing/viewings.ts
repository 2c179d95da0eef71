import type { Viewing, ViewingCard, ViewingLine } from "#lib/contract/viewings.ts";

const idOf = (number: number): string => `01890000-0000-7000-8000-${String(number).padStart(12, "0")}`;

const slots = [{ startsAt: "2027-03-28T08:00:00.000Z", minutes: 30 }];

/** Alice would like to see a house of Bob's. */
export const viewing = (given: Partial<Viewing> = {}): Viewing => ({
  id: idOf(9_101),
  listing: { id: idOf(9_102), title: "House at the river", street: "Bank 1", city: "Testville", timeZone: "Europe/Berlin" },
  room: null,
  student: { id: idOf(1), name: "Alice" },
  landlord: { id: idOf(2), name: "Bob" },
  conversationId: idOf(1_001),
  kind: "on_site",
  status: "proposed",
  version: 1,
  confirmed: null,
  offer: { by: "student", slots },
  reason: null,
  note: null,
  steps: { student: ["propose", "cancel"], landlord: ["propose", "confirm", "cancel"] },
  createdAt: "2026-11-22T09:00:00.000Z",
  updatedAt: "2026-11-22T09:00:00.000Z",
  ...given,
});

export const viewingCard = (): ViewingCard => {
  const shown = viewing();
  return { type: "viewing", viewingId: shown.id, viewing: shown };
};

export const viewingLine = (given: Partial<ViewingLine> = {}): ViewingLine => ({
  type: "viewing_event",
  viewingId: idOf(9_101),
  event: "ask",
  by: "student",
  slots,
  timeZone: "Europe/Berlin",
  reason: null,
  note: null,
  ...given,
});
