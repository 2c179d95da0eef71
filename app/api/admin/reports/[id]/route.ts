import { handle } from "#lib/server/http.ts";

export const GET = handle("GET /api/admin/reports/{id}", ({ actor, params, services }) =>
  services.decisions.read(actor, params.id),
);
