import { handle } from "#lib/server/http.ts";

export const POST = handle("POST /api/viewings/{id}/propose", ({ actor, params, body, services }) =>
  services.viewings.offer(actor, params.id, "propose", body),
);
