import { handle } from "#lib/server/http.ts";

export const GET = handle("GET /api/search", ({ actor, query, services }) => services.search.messages(actor, query));
