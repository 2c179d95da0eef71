import { handle } from "#lib/server/http.ts";

export const POST = handle("POST /api/admin/contests/{id}/decide", ({ actor, params, body, services }) =>
  services.contests.decide(actor, params.id, body),
);
