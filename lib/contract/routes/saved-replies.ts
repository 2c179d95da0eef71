import { NewSavedReply, SavedReplies, SavedReply, SavedReplyChange } from "../saved-replies.ts";
import { ById, Nothing, type Route } from "./route.ts";

/** What landlords answer with. */
export const savedReplyRoutes = {
  "GET /api/saved-replies": {
    summary: "One's own saved replies by title. Landlords only.",
    access: "session",
    params: Nothing,
    query: Nothing,
    body: Nothing,
    output: SavedReplies,
    statuses: [200],
    codes: ["unauthenticated", "forbidden"],
    rate: "other",
  },
  "POST /api/saved-replies": {
    summary: "Save a reply. Nothing but {name}, {room}, {home}, {from} and {to} may stand in braces. Landlords only.",
    access: "session",
    params: Nothing,
    query: Nothing,
    body: NewSavedReply,
    output: SavedReply,
    statuses: [201],
    codes: ["unauthenticated", "forbidden", "conflict"],
    rate: "other",
  },
  "PATCH /api/saved-replies/{id}": {
    summary: "Change what is named of a saved reply.",
    access: "session",
    params: ById,
    query: Nothing,
    body: SavedReplyChange,
    output: SavedReply,
    statuses: [200],
    codes: ["unauthenticated", "forbidden", "not_found"],
    rate: "other",
  },
  "DELETE /api/saved-replies/{id}": {
    summary: "Delete a saved reply.",
    access: "session",
    params: ById,
    query: Nothing,
    body: Nothing,
    output: Nothing,
    statuses: [204],
    codes: ["unauthenticated", "forbidden", "not_found"],
    rate: "other",
  },
} as const satisfies Record<string, Route>;
