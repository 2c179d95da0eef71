import * as z from "zod";
import {
  Ban,
  Credentials,
  EmailVerification,
  PasswordChange,
  PasswordReset,
  PasswordResetRequest,
  RefreshRequest,
  Registration,
  Role,
  SessionList,
  TokenPair,
  User,
} from "./accounts.ts";
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
import { Id, Seq } from "./primitives.ts";

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
    codes: ["unauthenticated", "suspended"],
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
    codes: ["unauthenticated", "suspended"],
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
  "GET /api/sessions": {
    summary: "Where one is signed in, the last used first.",
    access: "session",
    params: Nothing,
    query: Nothing,
    body: Nothing,
    output: SessionList,
    statuses: [200],
    codes: ["unauthenticated"],
    rate: "other",
  },
  "DELETE /api/sessions": {
    summary: "Sign out everywhere but here.",
    access: "session",
    params: Nothing,
    query: Nothing,
    body: Nothing,
    output: Nothing,
    statuses: [204],
    codes: ["unauthenticated"],
    rate: "other",
  },
  "DELETE /api/sessions/{id}": {
    summary: "Sign one device out.",
    access: "session",
    params: ById,
    query: Nothing,
    body: Nothing,
    output: Nothing,
    statuses: [204],
    codes: ["unauthenticated", "not_found"],
    rate: "other",
  },
  "POST /api/account/password": {
    summary: "Change one's password; every other session ends.",
    access: "session",
    params: Nothing,
    query: Nothing,
    body: PasswordChange,
    output: Nothing,
    statuses: [204],
    codes: ["unauthenticated", "forbidden"],
    rate: "other",
  },
  "POST /api/password-resets": {
    summary: "Ask for a link to a new password by mail. The answer is the same whether or not there is such an account.",
    access: "open",
    params: Nothing,
    query: Nothing,
    body: PasswordResetRequest,
    output: Nothing,
    statuses: [202],
    codes: [],
    rate: "mail",
  },
  "POST /api/password-resets/confirm": {
    summary: "Set a new password by the token of the link; every session ends.",
    access: "open",
    params: Nothing,
    query: Nothing,
    body: PasswordReset,
    output: Nothing,
    statuses: [204],
    codes: ["not_found"],
    rate: "other",
  },
  "POST /api/email-verifications": {
    summary: "Ask for a link that shows that one's mail arrives.",
    access: "session",
    params: Nothing,
    query: Nothing,
    body: Nothing,
    output: Nothing,
    statuses: [202],
    codes: ["unauthenticated"],
    rate: "mail",
  },
  "POST /api/email-verifications/confirm": {
    summary: "Show that the mail has arrived, by the token of the link.",
    access: "open",
    params: Nothing,
    query: Nothing,
    body: EmailVerification,
    output: Nothing,
    statuses: [204],
    codes: ["not_found"],
    rate: "other",
  },
  "POST /api/admin/users/{id}/ban": {
    summary: "Keep somebody out, until then or for good. For admins; never oneself, and never the last admin.",
    access: "session",
    params: ById,
    query: Nothing,
    body: Ban,
    output: Nothing,
    statuses: [204],
    codes: ["unauthenticated", "forbidden", "not_found", "conflict"],
    rate: "other",
  },
  "POST /api/admin/users/{id}/lift": {
    summary: "Let somebody in again. For admins.",
    access: "session",
    params: ById,
    query: Nothing,
    body: Nothing,
    output: Nothing,
    statuses: [204],
    codes: ["unauthenticated", "forbidden", "not_found"],
    rate: "other",
  },
  "PUT /api/admin/users/{id}/role": {
    summary: "Give somebody another role. For admins; never oneself, and never the last admin.",
    access: "session",
    params: ById,
    query: Nothing,
    body: z.strictObject({ role: Role }),
    output: Nothing,
    statuses: [204],
    codes: ["unauthenticated", "forbidden", "not_found", "conflict"],
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
