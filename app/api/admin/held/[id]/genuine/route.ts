import { handle } from "#lib/server/http.ts";

export const POST = handle("POST /api/admin/held/{id}/genuine", ({ actor, params, services }) =>
  services.heldDesk.genuine(actor, params.id),
);
