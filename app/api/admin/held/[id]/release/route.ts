import { handle } from "#lib/server/http.ts";

export const POST = handle("POST /api/admin/held/{id}/release", ({ actor, params, body, services }) =>
  services.heldDesk.release(actor, params.id, body),
);
