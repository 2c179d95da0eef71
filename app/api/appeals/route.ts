import { handle } from "#lib/server/http.ts";

export const POST = handle("POST /api/appeals", ({ actor, body, services }) => services.appeals.file(actor, body));
