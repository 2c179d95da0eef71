import * as z from "zod";
import { Nothing, type Route } from "./route.ts";

const file = {
  access: "session",
  params: Nothing,
  query: Nothing,
  body: Nothing,
  output: z.string(),
  statuses: [200],
  codes: ["unauthenticated", "forbidden"],
  rate: "export",
  produces: "text/csv",
} as const;

/** Lists as files for a table: UTF-8, RFC 4180, at most 100,000 rows. No cell is a formula. Who saves one is put down. */
export const exportRoutes = {
  "GET /api/admin/exports/reports": {
    ...file,
    summary: "All reports that one is no part of, without their evidence. For admins.",
  },
  "GET /api/admin/exports/people": { ...file, summary: "Everybody, with address, role and standing. For admins." },
  "GET /api/admin/exports/audit": { ...file, summary: "The audit log. For admins." },
  "GET /api/admin/exports/jobs": { ...file, summary: "The jobs that failed for the last time. For admins." },
} as const satisfies Record<string, Route>;
