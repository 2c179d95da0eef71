import { handle } from "#lib/server/http.ts";

export const POST = handle("POST /api/admin/users/{id}/warn", ({ actor, params, body, services }) =>
  services.sanctions.warn(actor, params.id, body),
);
