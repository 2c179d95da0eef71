import * as z from "zod";
import { limits } from "./limits.ts";
import { Id, line, Timestamp } from "./primitives.ts";

/** What a device may say of its person. */
export const PresenceChoice = z.enum(["online", "away", "busy", "invisible"]);
export type PresenceChoice = z.infer<typeof PresenceChoice>;

export const PresenceUpdate = z.strictObject({
  status: PresenceChoice,
  activity: line(limits.activityCharacters).optional(),
});
export type PresenceUpdate = z.infer<typeof PresenceUpdate>;

/** What others see: nobody can tell `invisible` from `offline`. */
export const Presence = z
  .strictObject({
    userId: Id,
    status: z.enum(["online", "away", "busy", "offline"]),
    activity: z.string().optional(),
    lastSeenAt: Timestamp.nullable(),
  })
  .meta({ id: "Presence" });
export type Presence = z.infer<typeof Presence>;

export const TypingIndicator = z.strictObject({
  conversationId: Id,
  userId: Id,
  userName: z.string(),
  isTyping: z.boolean(),
  expiresAt: Timestamp,
});
export type TypingIndicator = z.infer<typeof TypingIndicator>;
