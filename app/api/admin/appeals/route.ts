import { handle } from "#lib/server/http.ts";

export const GET = handle("GET /api/admin/appeals", ({ actor, services }) => services.appeals.list(actor));
