import { handle } from "#lib/server/http.ts";

export const POST = handle("POST /api/admin/reports/{id}/decide", ({ actor, params, body, services }) =>
  services.decisions.decide(actor, params.id, body),
);
