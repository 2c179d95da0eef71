import { handle } from "#lib/server/http.ts";

export const POST = handle("POST /api/viewings/{id}/keep", ({ actor, params, body, services }) =>
  services.viewings.keep(actor, params.id, body),
);
