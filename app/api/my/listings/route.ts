import { handle } from "#lib/server/http.ts";

export const GET = handle("GET /api/my/listings", ({ actor, services }) => services.ownListings.list(actor));
