import { handle } from "#lib/server/http.ts";

export const PATCH = handle("PATCH /api/rooms/{id}/availability", ({ actor, params, body, services }) =>
  services.rooms.offer(actor, params.id, body),
);
