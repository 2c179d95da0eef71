import { v7 } from "uuid";
import type { ClientEventName, EventRequest } from "#lib/contract/events.ts";

/**
 * One good request of each event (`token` is the access token of who asks, `listingId` a published listing, `messageId` the message
 * that is sent, and changed by the others); whoever adds an
 * event adds its sample.
 */
export const samplesFor = (
  conversationId: string,
  userId: string,
  token = "none",
  listingId = v7(),
  messageId = v7(),
): { [Name in ClientEventName]: EventRequest<Name> } => ({
  "message:send": {
    conversationId,
    messageId,
    content: "Is the room still free?",
    kind: "text",
    attachmentIds: [],
    mentions: [],
    clientSequence: 1,
    clientTimestamp: new Date().toISOString(),
  },
  "message:edit": { conversationId, messageId, content: "Is it free from March?" },
  "message:react": { conversationId, messageId, emoji: "👍", op: "add" },
  "message:delete": { conversationId, messageId },
  "message:ack": { conversationId, seq: 0 },
  "message:read": { conversationId, seq: 0 },
  "typing:start": { conversationId },
  "typing:stop": { conversationId },
  "presence:update": { status: "online", activity: "at the library" },
  "presence:get": { userIds: [userId] },
  "block:user": { userId, conversationId },
  "unblock:user": { userId, conversationId },
  "mute:conversation": { conversationId, until: new Date(Date.now() + 3_600_000).toISOString() },
  "unmute:conversation": { conversationId },
  "listing:watch": { listingId },
  "listing:unwatch": { listingId },
  "operations:watch": {},
  "operations:unwatch": {},
  "session:sync": { cursors: { [conversationId]: 0 } },
  "session:refresh": { token },
  "session:check": { conversationIds: [conversationId] },
  "socket:ping": {},
});
