import { handle } from "#lib/server/http.ts";

export const GET = handle("GET /api/admin/users/{id}", ({ actor, params, services }) => services.people.read(actor, params.id));
