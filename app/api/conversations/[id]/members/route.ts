import { handle } from "#lib/server/http.ts";

export const POST = handle("POST /api/conversations/{id}/members", ({ actor, params, body, services }) =>
  services.groups.add(actor, params.id, body),
);
