import { handle } from "#lib/server/http.ts";

export const GET = handle("GET /api/mutes", ({ actor, services }) => services.mutes.list(actor));
