import { handle } from "#lib/server/http.ts";

export const GET = handle("GET /api/blocks", ({ actor, services }) => services.blocks.list(actor));
