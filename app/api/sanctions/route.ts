import { handle } from "#lib/server/http.ts";

export const GET = handle("GET /api/sanctions", ({ actor, services }) => services.sanctions.own(actor));
