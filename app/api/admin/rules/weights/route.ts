import { handle } from "#lib/server/http.ts";

export const PUT = handle("PUT /api/admin/rules/weights", ({ actor, body, services }) => services.rules.tune(actor, body));
