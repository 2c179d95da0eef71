import { ReportCase, ReportDecision, ReportPage, ReportQuery } from "../reports.ts";
import { ById, Nothing, type Route } from "./route.ts";

const codes = ["unauthenticated", "forbidden", "not_found"] as const;

/** What moderators and admins decide. Nobody sees a report here that they made or that is about them. */
export const reportQueueRoutes = {
  "GET /api/admin/reports": {
    summary: "The reports that wait for a decision, oldest first; or those of a status. For moderators and admins.",
    access: "session",
    params: Nothing,
    query: ReportQuery,
    body: Nothing,
    output: ReportPage,
    statuses: [200],
    codes: ["unauthenticated", "forbidden"],
    rate: "other",
  },
  "GET /api/admin/reports/{id}": {
    summary: "A report with its evidence and what there was before. Who reads it is put down. For moderators and admins.",
    access: "session",
    params: ById,
    query: Nothing,
    body: Nothing,
    output: ReportCase,
    statuses: [200],
    codes,
    rate: "other",
  },
  "POST /api/admin/reports/{id}/claim": {
    summary:
      "Take a report on, so that nobody else works on it too. One that somebody has taken on is theirs for half an hour. For moderators and admins.",
    access: "session",
    params: ById,
    query: Nothing,
    body: Nothing,
    output: ReportCase,
    statuses: [200],
    codes: [...codes, "conflict"],
    rate: "other",
  },
  "POST /api/admin/reports/{id}/decide": {
    summary:
      "Close a report: something was done about it, or nothing had to be. Its reporter is told. For moderators and admins.",
    access: "session",
    params: ById,
    query: Nothing,
    body: ReportDecision,
    output: ReportCase,
    statuses: [200],
    codes: [...codes, "conflict"],
    rate: "other",
  },
} as const satisfies Record<string, Route>;
