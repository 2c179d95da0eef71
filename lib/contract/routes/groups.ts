import * as z from "zod";
import { ConversationSummary, NewMembers } from "../conversations.ts";
import { ById, ByMember, Nothing, type Route } from "./route.ts";

/** Who is in a group. A direct conversation stays one of two: all of this is a conflict there. */
export const groupRoutes = {
  "POST /api/conversations/{id}/members": {
    summary:
      "Bring people in, as an admin of the group; they see what comes from then on. Who is in it already stays as they are.",
    access: "session",
    params: ById,
    query: Nothing,
    body: NewMembers,
    output: ConversationSummary,
    statuses: [200],
    codes: ["unauthenticated", "not_found", "forbidden", "conflict", "blocked", "suspended"],
    rate: "other",
  },
  "PATCH /api/conversations/{id}/members/{userId}": {
    summary: "Let somebody lead the group too, as one of its admins.",
    access: "session",
    params: ByMember,
    query: Nothing,
    body: z.strictObject({ memberRole: z.literal("admin") }),
    output: ConversationSummary,
    statuses: [200],
    codes: ["unauthenticated", "not_found", "forbidden", "conflict"],
    rate: "other",
  },
  "DELETE /api/conversations/{id}/members/{userId}": {
    summary: "Leave, or remove somebody as an admin of the group. The last admin who leaves hands over to who is in it longest.",
    access: "session",
    params: ByMember,
    query: Nothing,
    body: Nothing,
    output: Nothing,
    statuses: [204],
    codes: ["unauthenticated", "not_found", "forbidden", "conflict"],
    rate: "other",
  },
} as const satisfies Record<string, Route>;
