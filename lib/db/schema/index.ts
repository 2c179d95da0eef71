export { bookingEvents, bookings } from "./bookings.ts";
export { conversations, messages, participants, receiptMoves } from "./conversations.ts";
export { listingPhotos, listings, rooms } from "./housing.ts";
export { notifications } from "./notifications.ts";
export { effects, schedules } from "./operations.ts";
export { devices, refreshTokens, sessions, users, verifications } from "./people.ts";
export { savedReplies } from "./replies.ts";
export { blocks, preferences } from "./safety.ts";
export { viewingEvents, viewingSlots, viewings } from "./viewings.ts";
