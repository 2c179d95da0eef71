import { handle } from "#lib/server/http.ts";

export const POST = handle("POST /api/admin/sanctions/{id}/lift", ({ actor, params, body, services }) =>
  services.sanctions.lift(actor, params.id, body),
);
