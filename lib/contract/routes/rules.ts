import { RuleTuning, ScanRequest, ScanResult, ScanRule, ScanRules } from "../scan.ts";
import { Nothing, type Route } from "./route.ts";

/** The rules by which messages are scanned. */
export const ruleRoutes = {
  "GET /api/admin/rules": {
    summary: "Every rule of the scan, with what it weighs now. For admins.",
    access: "session",
    params: Nothing,
    query: Nothing,
    body: Nothing,
    output: ScanRules,
    statuses: [200],
    codes: ["unauthenticated", "forbidden"],
    rate: "other",
  },
  "PUT /api/admin/rules/weights": {
    summary: "Let a rule weigh something else from now on, or what it came with. For admins.",
    access: "session",
    params: Nothing,
    query: Nothing,
    body: RuleTuning,
    output: ScanRule,
    statuses: [200],
    codes: ["unauthenticated", "forbidden", "not_found"],
    rate: "other",
  },
  "POST /api/admin/rules/try": {
    summary: "What the scan would do with a text; nothing is stored or sent. For admins.",
    access: "session",
    params: Nothing,
    query: Nothing,
    body: ScanRequest,
    output: ScanResult,
    statuses: [200],
    codes: ["unauthenticated", "forbidden"],
    rate: "other",
  },
} as const satisfies Record<string, Route>;
