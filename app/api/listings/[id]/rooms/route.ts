import { handle } from "#lib/server/http.ts";

export const POST = handle("POST /api/listings/{id}/rooms", ({ actor, params, body, services }) =>
  services.rooms.add(actor, params.id, body),
);
