import { handle } from "#lib/server/http.ts";

export const PATCH = handle("PATCH /api/photos/{id}", ({ actor, params, body, services }) =>
  services.photos.change(actor, params.id, body),
);

export const DELETE = handle("DELETE /api/photos/{id}", ({ actor, params, services }) =>
  services.photos.remove(actor, params.id),
);
