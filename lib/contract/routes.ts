import * as z from "zod";
import { Credentials, RefreshRequest, Registration, TokenPair, User } from "./accounts.ts";
import {
  ConversationListQuery,
  ConversationPage,
  ConversationPatch,
  ConversationSummary,
  OpenConversation,
} from "./conversations.ts";
import type { ErrorCode } from "./errors.ts";
import { Listing, ListingPage, ListingQuery } from "./housing.ts";
import type { RateName } from "./limits.ts";
import { HistoryQuery, MessagePage, PostMessage, ReadReceipt, SendReceipt } from "./messages.ts";
import { Id, Seq, Timestamp } from "./primitives.ts";
import { BlockList, BlockState, MuteList, MuteState, Preferences, PreferencesPatch } from "./safety.ts";

type Route = {
  summary: string;
  /** `session`: a cookie or a bearer token is needed. `open`: anybody. */
  access: "session" | "open";
  params: z.ZodType;
  query: z.ZodType;
  body: z.ZodType;
  output: z.ZodType;
  /** The statuses of a good answer, the usual one first. */
  statuses: readonly number[];
  /** What it can answer beside what every route can: validation_failed, rate_limited, unavailable, internal. */
  codes: readonly ErrorCode[];
  rate: RateName;
};

const Nothing = z.strictObject({});
const ById = z.strictObject({ id: Id });
const PartState = z.strictObject({ state: z.enum(["up", "down"]) });
export const Health = z.strictObject({ status: z.enum(["ok", "down"]), parts: z.record(z.string(), PartState) });
export type Health = z.infer<typeof Health>;

/** Everything that a client may ask over HTTP, by method and path. */
export const routes = {
  "POST /api/users": {
    summary: "Register as a student or a landlord.",
    access: "open",
    params: Nothing,
    query: Nothing,
    body: Registration,
    output: User,
    statuses: [201],
    codes: ["conflict"],
    rate: "other",
  },
  "POST /api/tokens": {
    summary: "Sign in a client that is no browser.",
    access: "open",
    params: Nothing,
    query: Nothing,
    body: Credentials,
    output: TokenPair,
    statuses: [201],
    codes: ["unauthenticated"],
    rate: "other",
  },
  "POST /api/tokens/refresh": {
    summary: "Exchange a refresh token for a new pair. Using one twice ends its session.",
    access: "open",
    params: Nothing,
    query: Nothing,
    body: RefreshRequest,
    output: TokenPair,
    statuses: [201],
    codes: ["unauthenticated"],
    rate: "other",
  },
  "DELETE /api/tokens": {
    summary: "Sign out: end the session of the token.",
    access: "session",
    params: Nothing,
    query: Nothing,
    body: Nothing,
    output: Nothing,
    statuses: [204],
    codes: ["unauthenticated"],
    rate: "other",
  },
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
    summary: "Open the direct conversation of a pair, about a listing or not: 200 with the one that exists, else 201.",
    access: "session",
    params: Nothing,
    query: Nothing,
    body: OpenConversation,
    output: ConversationSummary,
    statuses: [201, 200],
    codes: ["unauthenticated", "not_found", "blocked"],
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
    summary: "Pin or archive it for oneself.",
    access: "session",
    params: ById,
    query: Nothing,
    body: ConversationPatch,
    output: ConversationSummary,
    statuses: [200],
    codes: ["unauthenticated", "not_found"],
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
    codes: ["unauthenticated", "not_found", "blocked", "conflict", "too_large"],
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
  "POST /api/conversations/{id}/block": {
    summary: "The same as block:user, for somebody in this conversation.",
    access: "session",
    params: ById,
    query: Nothing,
    body: z.strictObject({ userId: Id }),
    output: BlockState,
    statuses: [200],
    codes: ["unauthenticated", "not_found"],
    rate: "block-and-mute",
  },
  "POST /api/conversations/{id}/unblock": {
    summary: "The same as unblock:user, for somebody in this conversation.",
    access: "session",
    params: ById,
    query: Nothing,
    body: z.strictObject({ userId: Id }),
    output: BlockState,
    statuses: [200],
    codes: ["unauthenticated", "not_found"],
    rate: "block-and-mute",
  },
  "POST /api/conversations/{id}/mute": {
    summary: "The same as mute:conversation.",
    access: "session",
    params: ById,
    query: Nothing,
    body: z.strictObject({ until: Timestamp.optional() }),
    output: MuteState,
    statuses: [200],
    codes: ["unauthenticated", "not_found"],
    rate: "block-and-mute",
  },
  "POST /api/conversations/{id}/unmute": {
    summary: "The same as unmute:conversation.",
    access: "session",
    params: ById,
    query: Nothing,
    body: Nothing,
    output: MuteState,
    statuses: [200],
    codes: ["unauthenticated", "not_found"],
    rate: "block-and-mute",
  },
  "GET /api/blocks": {
    summary: "Whom one blocks, the newest first.",
    access: "session",
    params: Nothing,
    query: Nothing,
    body: Nothing,
    output: BlockList,
    statuses: [200],
    codes: ["unauthenticated"],
    rate: "other",
  },
  "DELETE /api/blocks/{id}": {
    summary: "The same as unblock:user, by the id of that person, wherever one knows them from.",
    access: "session",
    params: ById,
    query: Nothing,
    body: Nothing,
    output: BlockState,
    statuses: [200],
    codes: ["unauthenticated", "not_found"],
    rate: "block-and-mute",
  },
  "GET /api/mutes": {
    summary: "What one has muted at this moment.",
    access: "session",
    params: Nothing,
    query: Nothing,
    body: Nothing,
    output: MuteList,
    statuses: [200],
    codes: ["unauthenticated"],
    rate: "other",
  },
  "GET /api/preferences": {
    summary: "What one shares with others.",
    access: "session",
    params: Nothing,
    query: Nothing,
    body: Nothing,
    output: Preferences,
    statuses: [200],
    codes: ["unauthenticated"],
    rate: "other",
  },
  "PATCH /api/preferences": {
    summary: "Share read receipts or presence, or keep them to oneself and see nobody else's.",
    access: "session",
    params: Nothing,
    query: Nothing,
    body: PreferencesPatch,
    output: Preferences,
    statuses: [200],
    codes: ["unauthenticated"],
    // It may be heard by everybody one knows, as a change of presence is.
    rate: "presence:update",
  },
  "GET /api/listings": {
    summary: "Published listings, newest first.",
    access: "open",
    params: Nothing,
    query: ListingQuery,
    body: Nothing,
    output: ListingPage,
    statuses: [200],
    codes: [],
    rate: "other",
  },
  "GET /api/listings/{id}": {
    summary: "One listing with its rooms.",
    access: "open",
    params: ById,
    query: Nothing,
    body: Nothing,
    output: Listing,
    statuses: [200],
    codes: ["not_found"],
    rate: "other",
  },
  "GET /api/health": {
    summary: "Is the process alive, and each of its parts?",
    access: "open",
    params: Nothing,
    query: Nothing,
    body: Nothing,
    output: Health,
    statuses: [200, 503],
    codes: [],
    rate: "other",
  },
  "GET /api/ready": {
    summary: "May a balancer send people here?",
    access: "open",
    params: Nothing,
    query: Nothing,
    body: Nothing,
    output: Health,
    statuses: [200, 503],
    codes: [],
    rate: "other",
  },
} as const satisfies Record<string, Route>;

export type RouteName = keyof typeof routes;
type Part<Name extends RouteName, Key extends "params" | "query" | "body"> = (typeof routes)[Name][Key];
/** What a caller hands in. */
export type RouteRequest<Name extends RouteName> = {
  params: z.input<Part<Name, "params">>;
  query: z.input<Part<Name, "query">>;
  body: z.input<Part<Name, "body">>;
};
/** What the door hands on, checked. */
export type RouteInput<Name extends RouteName> = {
  params: z.output<Part<Name, "params">>;
  query: z.output<Part<Name, "query">>;
  body: z.output<Part<Name, "body">>;
};
export type RouteOutput<Name extends RouteName> = z.output<(typeof routes)[Name]["output"]>;
