/** The one place where rooms get their names. */
export const userRoom = (userId: string): string => `user:${userId}`;
export const deviceRoom = (userId: string, deviceId: string): string => `device:${userId}:${deviceId}`;
export const sessionRoom = (sessionId: string): string => `session:${sessionId}`;
export const conversationRoom = (conversationId: string): string => `conversation:${conversationId}`;
/** Everybody who decides on reports. */
export const MODERATORS_ROOM = "moderators";
export const listingRoom = (listingId: string): string => `listing:${listingId}`;
/** Admins who look at how the house is. */
export const DESK_ROOM = "desk";
