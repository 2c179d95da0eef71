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
} from "#lib/db/schema/index.ts";

export type UserRow = Omit<typeof users.$inferInsert, "passwordHash"> & { lastSeenAt: Date; createdAt: Date };
export type ListingRow = typeof listings.$inferInsert;
export type RoomRow = typeof rooms.$inferInsert;
export type ConversationRow = typeof conversations.$inferInsert & { lastSeq: number; activeAt: Date };
export type ParticipantRow = typeof participants.$inferInsert & { deliveredSeq: number; readSeq: number };
export type MessageRow = typeof messages.$inferInsert & { createdAt: Date };
export type ReceiptMoveRow = typeof receiptMoves.$inferInsert & { at: Date };
export type BookingRow = typeof bookings.$inferInsert;
export type NotificationRow = typeof notifications.$inferInsert;
export type BookingEventRow = typeof bookingEvents.$inferInsert;

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
};

export type ConversationRows = Pick<DemoRows, "conversations" | "participants" | "messages" | "receiptMoves">;
