import { handle } from "#lib/server/http.ts";

export const POST = handle("POST /api/admin/rules/try", ({ actor, body, services }) => services.rules.try(actor, body));
