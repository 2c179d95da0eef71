import { handle } from "#lib/server/http.ts";

export const GET = handle("GET /api/saved-replies", ({ actor, services }) => services.savedReplies.list(actor));

export const POST = handle("POST /api/saved-replies", ({ actor, body, services }) => services.savedReplies.add(actor, body));
