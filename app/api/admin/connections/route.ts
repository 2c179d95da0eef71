import { handle } from "#lib/server/http.ts";

export const GET = handle("GET /api/admin/connections", ({ actor, services }) => services.connections.list(actor));
