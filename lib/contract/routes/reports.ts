import { NewReport, OwnReport, OwnReports } from "../reports.ts";
import { Nothing, type Route } from "./route.ts";

/** What people report of each other. */
export const reportRoutes = {
  "POST /api/reports": {
    summary:
      "Report a message of somebody in a conversation of one's own, or the person; or, by listingId, who lets a home. What is written " +
      "there is kept as it is now. " +
      "200 with the one that is open, when one has reported it before. The person is not told.",
    access: "session",
    params: Nothing,
    query: Nothing,
    body: NewReport,
    output: OwnReport,
    statuses: [201, 200],
    codes: ["unauthenticated", "not_found", "conflict"],
    rate: "report",
  },
  "GET /api/reports": {
    summary: "One's own reports, and what became of them, newest first; the last hundred.",
    access: "session",
    params: Nothing,
    query: Nothing,
    body: Nothing,
    output: OwnReports,
    statuses: [200],
    codes: ["unauthenticated"],
    rate: "other",
  },
} as const satisfies Record<string, Route>;
