import { MessageSearchPage, MessageSearchQuery } from "../message-search.ts";
import { Nothing, type Route } from "./route.ts";

export const searchRoutes = {
  "GET /api/search": {
    summary: "Messages of one's own conversations: those with the very words first, the newest first among them.",
    access: "session",
    params: Nothing,
    query: MessageSearchQuery,
    body: Nothing,
    output: MessageSearchPage,
    statuses: [200],
    codes: ["unauthenticated", "not_found"],
    rate: "search",
  },
} as const satisfies Record<string, Route>;
