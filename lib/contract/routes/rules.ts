import { ScanRequest, ScanResult } from "../scan.ts";
import { Nothing, type Route } from "./route.ts";

/** The rules by which messages are scanned. */
export const ruleRoutes = {
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
