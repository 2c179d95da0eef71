import { handle } from "#lib/server/http.ts";

export const GET = handle("GET /api/viewings/{id}", ({ actor, params, services }) => services.viewings.get(actor, params.id));
