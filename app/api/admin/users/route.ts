import { handle } from "#lib/server/http.ts";

export const GET = handle("GET /api/admin/users", ({ actor, query, services }) => services.people.list(actor, query));
