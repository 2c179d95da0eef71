import { handle } from "#lib/server/http.ts";

export const POST = handle("POST /api/admin/users/{id}/kick", ({ actor, params, body, services }) =>
  services.sanctions.kick(actor, params.id, body),
);
