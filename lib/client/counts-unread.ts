import type { Message } from "#lib/contract/messages.ts";

/** Somebody else's words count as unread; a plain system line does not, a card does. */
export const countsUnread = ({ senderId, kind, system, deletedAt }: Message, selfId: string): boolean =>
  senderId !== selfId && deletedAt === null && (kind !== "system" || system?.type === "booking" || system?.type === "viewing");
