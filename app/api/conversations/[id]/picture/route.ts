import { handle } from "#lib/server/http.ts";

export const PUT = handle("PUT /api/conversations/{id}/picture", ({ actor, params, body, services }) =>
  services.groupPictures.set(actor, params.id, body),
);

export const DELETE = handle("DELETE /api/conversations/{id}/picture", ({ actor, params, services }) =>
  services.groupPictures.remove(actor, params.id),
);
