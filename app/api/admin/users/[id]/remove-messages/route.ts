import { handle } from "#lib/server/http.ts";

export const POST = handle("POST /api/admin/users/{id}/remove-messages", ({ actor, params, body, services }) =>
  services.sanctions.remove(actor, params.id, body),
);
