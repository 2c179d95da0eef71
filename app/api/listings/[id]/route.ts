import { handle } from "#lib/server/http.ts";

export const GET = handle("GET /api/listings/{id}", ({ params, services }) => services.listings.get(params.id));
