import { alertLimits } from "../alert-rules.ts";
import { AlertPage, AlertQuery, Alerts, NewAlert, PublishedAlert } from "../alerts.ts";
import { ById, Nothing, type Route } from "./route.ts";

/** What admins tell everybody. */
export const alertRoutes = {
  "GET /api/alerts": {
    summary: "The alerts that are not over, newest first.",
    access: "session",
    params: Nothing,
    query: Nothing,
    body: Nothing,
    output: Alerts,
    statuses: [200],
    codes: ["unauthenticated"],
    rate: "other",
  },
  "GET /api/admin/alerts": {
    summary: "All alerts that there ever were, newest first. For admins.",
    access: "session",
    params: Nothing,
    query: AlertQuery,
    body: Nothing,
    output: AlertPage,
    statuses: [200],
    codes: ["unauthenticated", "forbidden"],
    rate: "other",
  },
  "POST /api/admin/alerts": {
    summary: `Tell everybody who is signed in, now or later. At most ${alertLimits.current} alerts at a time. For admins.`,
    access: "session",
    params: Nothing,
    query: Nothing,
    body: NewAlert,
    output: PublishedAlert,
    statuses: [201],
    codes: ["unauthenticated", "forbidden", "conflict"],
    rate: "other",
  },
  "POST /api/admin/alerts/{id}/end": {
    summary: "Take an alert back. One that is over already is answered as it is. For admins.",
    access: "session",
    params: ById,
    query: Nothing,
    body: Nothing,
    output: PublishedAlert,
    statuses: [200],
    codes: ["unauthenticated", "forbidden", "not_found"],
    rate: "other",
  },
} as const satisfies Record<string, Route>;
