import { handle } from "#lib/server/http.ts";

export const PATCH = handle("PATCH /api/rooms/{id}", ({ actor, params, body, services }) =>
  services.rooms.change(actor, params.id, body),
);

export const DELETE = handle("DELETE /api/rooms/{id}", ({ actor, params, services }) => services.rooms.remove(actor, params.id));
