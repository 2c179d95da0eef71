import { handle } from "#lib/server/http.ts";

export const GET = handle("GET /api/admin/held/{id}", ({ actor, params, services }) => services.heldDesk.read(actor, params.id));
