import * as z from "zod";
import { Ban, Role } from "../accounts.ts";
import { AuditPage, AuditQuery, AuditVerdict } from "../audit.ts";
import { ById, Nothing, type Route } from "./route.ts";

/** What admins alone may do to people, and see of what was done. */
export const adminRoutes = {
  "POST /api/admin/users/{id}/ban": {
    summary:
      "Keep somebody out, until then or for good. For moderators of students and landlords, for admins of all but oneself.",
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
    summary: "Let somebody in again. For moderators and admins, as the ban.",
    access: "session",
    params: ById,
    query: Nothing,
    body: Nothing,
    output: Nothing,
    statuses: [204],
    codes: ["unauthenticated", "forbidden", "not_found", "conflict"],
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
  "GET /api/admin/audit": {
    summary: "What was done with the power of an admin, newest first. For admins.",
    access: "session",
    params: Nothing,
    query: AuditQuery,
    body: Nothing,
    output: AuditPage,
    statuses: [200],
    codes: ["unauthenticated", "forbidden"],
    rate: "other",
  },
  "POST /api/admin/audit/verify": {
    summary: "Read the whole audit log, and tell the first place where it is not as it was written. For admins.",
    access: "session",
    params: Nothing,
    query: Nothing,
    body: Nothing,
    output: AuditVerdict,
    statuses: [200],
    codes: ["unauthenticated", "forbidden"],
    rate: "other",
  },
} as const satisfies Record<string, Route>;
