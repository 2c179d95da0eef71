import { handle } from "#lib/server/http.ts";

export const GET = handle("GET /api/admin/jobs", ({ actor, query, services }) => services.jobs.list(actor, query));
