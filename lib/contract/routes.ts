import type * as z from "zod";
import { accountRoutes } from "./routes/accounts.ts";
import { adminRoutes } from "./routes/admin.ts";
import { alertRoutes } from "./routes/alerts.ts";
import { attachmentRoutes } from "./routes/attachments.ts";
import { bookingRoutes } from "./routes/bookings.ts";
import { contestRoutes } from "./routes/contests.ts";
import { conversationRoutes } from "./routes/conversations.ts";
import { exportRoutes } from "./routes/exports.ts";
import { groupRoutes } from "./routes/groups.ts";
import { heldRoutes } from "./routes/held.ts";
import { listingRoutes } from "./routes/listings.ts";
import { messageRoutes } from "./routes/messages.ts";
import { notificationRoutes } from "./routes/notifications.ts";
import { operationRoutes } from "./routes/operations.ts";
import { ownListingRoutes } from "./routes/own-listings.ts";
import { peopleRoutes } from "./routes/people.ts";
import { pushRoutes } from "./routes/push.ts";
import { reportQueueRoutes } from "./routes/report-queue.ts";
import { reportRoutes } from "./routes/reports.ts";
import type { Route } from "./routes/route.ts";
import { ruleRoutes } from "./routes/rules.ts";
import { safetyRoutes } from "./routes/safety.ts";
import { sanctionRoutes } from "./routes/sanctions.ts";
import { savedReplyRoutes } from "./routes/saved-replies.ts";
import { searchRoutes } from "./routes/search.ts";
import { serviceRoutes } from "./routes/service.ts";
import { sessionRoutes } from "./routes/sessions.ts";
import { transcriptRoutes } from "./routes/transcripts.ts";
import { viewingRoutes } from "./routes/viewings.ts";

/** Everything that a client may ask over HTTP, by method and path. */
export const routes = {
  ...accountRoutes,
  ...sessionRoutes,
  ...adminRoutes,
  ...peopleRoutes,
  ...exportRoutes,
  ...transcriptRoutes,
  ...conversationRoutes,
  ...groupRoutes,
  ...messageRoutes,
  ...attachmentRoutes,
  ...searchRoutes,
  ...safetyRoutes,
  ...listingRoutes,
  ...ownListingRoutes,
  ...bookingRoutes,
  ...viewingRoutes,
  ...notificationRoutes,
  ...pushRoutes,
  ...savedReplyRoutes,
  ...reportRoutes,
  ...reportQueueRoutes,
  ...sanctionRoutes,
  ...contestRoutes,
  ...heldRoutes,
  ...alertRoutes,
  ...ruleRoutes,
  ...operationRoutes,
  ...serviceRoutes,
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
