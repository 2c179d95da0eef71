/** The one place where rooms get their names. */
export const userRoom = (userId: string): string => `user:${userId}`;
export const sessionRoom = (sessionId: string): string => `session:${sessionId}`;
export const conversationRoom = (conversationId: string): string => `conversation:${conversationId}`;
/** Everybody who decides on reports. */
export const MODERATORS_ROOM = "moderators";
const LISTING = "listing:";
export const listingRoom = (listingId: string): string => `${LISTING}${listingId}`;
export const isListingRoom = (room: string): boolean => room.startsWith(LISTING);
/** Admins who look at how the house is. */
export const DESK_ROOM = "desk";
