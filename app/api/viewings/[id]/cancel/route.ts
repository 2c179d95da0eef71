import { handle } from "#lib/server/http.ts";

export const POST = handle("POST /api/viewings/{id}/cancel", ({ actor, params, body, services }) =>
  services.viewings.cancel(actor, params.id, body),
);
