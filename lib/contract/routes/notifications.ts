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
} as const satisfies Record<string, Route>;
