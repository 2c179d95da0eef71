import { handle } from "#lib/server/http.ts";

export const GET = handle("GET /api/admin/audit", ({ actor, query, services }) => services.audit.list(actor, query));
