import { handle } from "#lib/server/http.ts";

export const GET = handle("GET /api/my/listings/{id}", ({ actor, params, services }) =>
  services.ownListings.get(actor, params.id),
);
