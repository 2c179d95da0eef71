import { handle } from "#lib/server/http.ts";

export const POST = handle("POST /api/admin/held/{id}/taken-over", ({ actor, params, body, services }) =>
  services.heldDesk.takenOver(actor, params.id, body),
);
