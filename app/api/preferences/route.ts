import { handle } from "#lib/server/http.ts";

export const GET = handle("GET /api/preferences", ({ actor, services }) => services.preferences.get(actor));

export const PATCH = handle("PATCH /api/preferences", ({ actor, body, services }) => services.preferences.update(actor, body));
