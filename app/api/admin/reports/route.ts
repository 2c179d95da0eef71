import { handle } from "#lib/server/http.ts";

export const GET = handle("GET /api/admin/reports", ({ actor, query, services }) => services.decisions.list(actor, query));
