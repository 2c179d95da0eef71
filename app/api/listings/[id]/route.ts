import { handle } from "#lib/server/http.ts";

export const GET = handle("GET /api/listings/{id}", ({ params, services }) => services.listings.get(params.id));

export const PATCH = handle("PATCH /api/listings/{id}", ({ actor, params, body, services }) =>
  services.ownListings.change(actor, params.id, body),
);

export const DELETE = handle("DELETE /api/listings/{id}", ({ actor, params, services }) =>
  services.ownListings.remove(actor, params.id),
);
