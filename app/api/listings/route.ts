import { handle } from "#lib/server/http.ts";

export const GET = handle("GET /api/listings", ({ query, services }) => services.listings.search(query));

export const POST = handle("POST /api/listings", ({ actor, body, services }) => services.ownListings.create(actor, body));
