import { handle } from "#lib/server/http.ts";

export const POST = handle("POST /api/admin/appeals/{id}/decide", ({ actor, params, body, services }) =>
  services.appeals.decide(actor, params.id, body),
);
