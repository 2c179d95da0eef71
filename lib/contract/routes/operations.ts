import * as z from "zod";
import { ConnectedPeople } from "../connections.ts";
import { DeadJob } from "../jobs.ts";
import { limits } from "../limits.ts";
import { Id, pageLimit } from "../primitives.ts";
import { ById, Nothing, type Route } from "./route.ts";

export const JobQuery = z.strictObject({
  state: z.enum(["dead"]),
  cursor: Id.optional(),
  limit: pageLimit(limits.pageDefault, limits.pageMax),
});
export type JobQuery = z.infer<typeof JobQuery>;

export const JobPage = z.strictObject({ items: z.array(DeadJob), nextCursor: Id.nullable() });
export type JobPage = z.infer<typeof JobPage>;

/** What admins see to. */
export const operationRoutes = {
  "GET /api/admin/connections": {
    summary: "Who is connected to the process that answers, and by what. For admins.",
    access: "session",
    params: Nothing,
    query: Nothing,
    body: Nothing,
    output: ConnectedPeople,
    statuses: [200],
    codes: ["unauthenticated", "forbidden"],
    rate: "other",
  },
  "GET /api/admin/jobs": {
    summary: "The jobs that were tried for the last time and failed, newest first. For admins.",
    access: "session",
    params: Nothing,
    query: JobQuery,
    body: Nothing,
    output: JobPage,
    statuses: [200],
    codes: ["unauthenticated", "forbidden"],
    rate: "other",
  },
  "POST /api/admin/jobs/{id}/retry": {
    summary: "Try a dead job from the beginning. For admins.",
    access: "session",
    params: ById,
    query: Nothing,
    body: Nothing,
    output: Nothing,
    statuses: [204],
    codes: ["unauthenticated", "forbidden", "not_found"],
    rate: "other",
  },
  "DELETE /api/admin/jobs/{id}": {
    summary: "Drop a dead job: what it was to do is never done. For admins.",
    access: "session",
    params: ById,
    query: Nothing,
    body: Nothing,
    output: Nothing,
    statuses: [204],
    codes: ["unauthenticated", "forbidden", "not_found"],
    rate: "other",
  },
} as const satisfies Record<string, Route>;
