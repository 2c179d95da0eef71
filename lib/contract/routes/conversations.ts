import * as z from "zod";
import {
  ConversationListQuery,
  ConversationPage,
  ConversationPatch,
  ConversationSummary,
  OpenConversation,
} from "../conversations.ts";
import { HistoryQuery, MessagePage, PostMessage, ReadReceipt, SendReceipt } from "../messages.ts";
import { Seq } from "../primitives.ts";
import { ById, Nothing, type Route } from "./route.ts";

/** Conversations, their history, and messages of clients that have no socket. */
export const conversationRoutes = {
  "GET /api/conversations": {
    summary: "The chat list, newest activity first.",
    access: "session",
    params: Nothing,
    query: ConversationListQuery,
    body: Nothing,
    output: ConversationPage,
    statuses: [200],
    codes: ["unauthenticated"],
    rate: "other",
  },
  "POST /api/conversations": {
    summary:
      "Open the direct conversation of a pair, about a listing or not: 200 with the one that exists, else 201. Or make a group of people one shares a conversation with; who makes it leads it.",
    access: "session",
    params: Nothing,
    query: Nothing,
    body: OpenConversation,
    output: ConversationSummary,
    statuses: [201, 200],
    codes: ["unauthenticated", "not_found", "blocked", "suspended", "content_rejected"],
    rate: "conversation:create",
  },
  "GET /api/conversations/{id}": {
    summary: "One conversation.",
    access: "session",
    params: ById,
    query: Nothing,
    body: Nothing,
    output: ConversationSummary,
    statuses: [200],
    codes: ["unauthenticated", "not_found"],
    rate: "other",
  },
  "PATCH /api/conversations/{id}": {
    summary: "Pin, archive or mark it as unread for oneself; or call a group by another title, as its admin.",
    access: "session",
    params: ById,
    query: Nothing,
    body: ConversationPatch,
    output: ConversationSummary,
    statuses: [200],
    codes: ["unauthenticated", "not_found", "forbidden", "conflict", "suspended", "content_rejected"],
    rate: "other",
  },
  "GET /api/conversations/{id}/messages": {
    summary: "History in seq order: the newest page, or before, after or around a seq; by date with from and to.",
    access: "session",
    params: ById,
    query: HistoryQuery,
    body: Nothing,
    output: MessagePage,
    statuses: [200],
    codes: ["unauthenticated", "not_found"],
    rate: "other",
  },
  "POST /api/conversations/{id}/messages": {
    summary: "The same as message:send, for a client with no socket.",
    access: "session",
    params: ById,
    query: Nothing,
    body: PostMessage,
    output: SendReceipt,
    statuses: [201, 200],
    codes: ["unauthenticated", "not_found", "blocked", "conflict", "too_large", "content_rejected"],
    rate: "message:send",
  },
  "POST /api/conversations/{id}/read": {
    summary: "The same as message:read.",
    access: "session",
    params: ById,
    query: Nothing,
    body: z.strictObject({ seq: Seq }),
    output: ReadReceipt,
    statuses: [200],
    codes: ["unauthenticated", "not_found"],
    rate: "receipts",
  },
} as const satisfies Record<string, Route>;
