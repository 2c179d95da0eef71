import { handle } from "#lib/server/http.ts";

export const POST = handle("POST /api/admin/held/{id}/refuse", ({ actor, params, body, services }) =>
  services.heldDesk.refuse(actor, params.id, body),
);
