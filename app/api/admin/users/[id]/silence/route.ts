import { handle } from "#lib/server/http.ts";

export const POST = handle("POST /api/admin/users/{id}/silence", ({ actor, params, body, services }) =>
  services.sanctions.silence(actor, params.id, body),
);
