import { handle } from "#lib/server/http.ts";

export const GET = handle("GET /api/my/responses", ({ actor, services }) => services.responses.own(actor));
