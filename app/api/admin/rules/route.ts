import { handle } from "#lib/server/http.ts";

export const GET = handle("GET /api/admin/rules", ({ actor, services }) => services.rules.list(actor));
