import { handle } from "#lib/server/http.ts";

export const POST = handle("POST /api/viewings/{id}/confirm", ({ actor, params, body, services }) =>
  services.viewings.confirm(actor, params.id, body),
);
