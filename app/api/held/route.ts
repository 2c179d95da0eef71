import { handle } from "#lib/server/http.ts";

export const GET = handle("GET /api/held", ({ actor, services }) => services.held.list(actor));
