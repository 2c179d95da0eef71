import { handle } from "#lib/server/http.ts";

export const POST = handle("POST /api/admin/reports/{id}/claim", ({ actor, params, services }) =>
  services.decisions.claim(actor, params.id),
);
