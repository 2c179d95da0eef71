import { handle } from "#lib/server/http.ts";

export const POST = handle("POST /api/listings/{id}/photos", ({ actor, params, body, services }) =>
  services.photos.add(actor, params.id, body),
);

export const PUT = handle("PUT /api/listings/{id}/photos", ({ actor, params, body, services }) =>
  services.photos.order(actor, params.id, body.ids),
);
