import type {
  bookingEvents,
  bookings,
  conversations,
  listings,
  messages,
  notifications,
  participants,
  receiptMoves,
  rooms,
  users,
  viewingEvents,
  viewingSlots,
  viewings,
} from "#lib/db/schema/index.ts";

export type UserRow = Omit<typeof users.$inferInsert, "passwordHash"> & { lastSeenAt: Date; createdAt: Date };
export type ListingRow = typeof listings.$inferInsert & { timeZone: string };
export type RoomRow = typeof rooms.$inferInsert;
export type ConversationRow = typeof conversations.$inferInsert & { lastSeq: number; activeAt: Date };
export type ParticipantRow = typeof participants.$inferInsert & { deliveredSeq: number; readSeq: number };
export type MessageRow = typeof messages.$inferInsert & { createdAt: Date };
export type ReceiptMoveRow = typeof receiptMoves.$inferInsert & { at: Date };
export type BookingRow = typeof bookings.$inferInsert;
export type NotificationRow = typeof notifications.$inferInsert;
export type BookingEventRow = typeof bookingEvents.$inferInsert;
export type ViewingRow = typeof viewings.$inferInsert;
export type ViewingSlotRow = typeof viewingSlots.$inferInsert;
export type ViewingEventRow = typeof viewingEvents.$inferInsert;

/** Everything that the demo data puts into the database, table by table; the password hash comes on top. */
export type DemoRows = {
  users: UserRow[];
  listings: ListingRow[];
  rooms: RoomRow[];
  conversations: ConversationRow[];
  participants: ParticipantRow[];
  messages: MessageRow[];
  receiptMoves: ReceiptMoveRow[];
  bookings: BookingRow[];
  bookingEvents: BookingEventRow[];
  notifications: NotificationRow[];
  viewings: ViewingRow[];
  viewingSlots: ViewingSlotRow[];
  viewingEvents: ViewingEventRow[];
};

export type ConversationRows = Pick<DemoRows, "conversations" | "participants" | "messages" | "receiptMoves">;
