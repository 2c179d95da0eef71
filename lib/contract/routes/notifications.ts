import { NotificationPreferences, Unsubscribe, Unsubscribed } from "../notification-preferences.ts";
import { NotificationCount, NotificationPage, NotificationQuery, NotificationRead } from "../notifications.ts";
import { Nothing, type Route } from "./route.ts";

/** What one is told of. */
export const notificationRoutes = {
  "GET /api/notifications": {
    summary: "What one was told of, the newest first, and how much of all of it is unread.",
    access: "session",
    params: Nothing,
    query: NotificationQuery,
    body: Nothing,
    output: NotificationPage,
    statuses: [200],
    codes: ["unauthenticated"],
    rate: "other",
  },
  "POST /api/notifications/read": {
    summary: "These are read, or those of a conversation, or all. What is none of one's own or read already stays as it is.",
    access: "session",
    params: Nothing,
    query: Nothing,
    body: NotificationRead,
    output: NotificationCount,
    statuses: [200],
    codes: ["unauthenticated"],
    rate: "other",
  },
  "GET /api/notifications/preferences": {
    summary: "Of what one is told by which way; everything, until one says otherwise.",
    access: "session",
    params: Nothing,
    query: Nothing,
    body: Nothing,
    output: NotificationPreferences,
    statuses: [200],
    codes: ["unauthenticated"],
    rate: "other",
  },
  "PUT /api/notifications/preferences": {
    summary: "Say all of it anew. Holds for what happens from now on.",
    access: "session",
    params: Nothing,
    query: Nothing,
    body: NotificationPreferences,
    output: NotificationPreferences,
    statuses: [200],
    codes: ["unauthenticated"],
    rate: "other",
  },
  "POST /api/notifications/unsubscribe": {
    summary: "Turn off the mails of the kind that a mailed link is of, without a session (RFC 8058).",
    access: "open",
    params: Nothing,
    query: Unsubscribe,
    body: Nothing,
    ignoresBody: true,
    output: Unsubscribed,
    statuses: [200],
    codes: ["not_found"],
    rate: "other",
  },
} as const satisfies Record<string, Route>;
