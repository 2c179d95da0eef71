import { handle } from "#lib/server/http.ts";

export const POST = handle("POST /api/push/test", ({ actor, body, services }) => services.pushes.test(actor, body.endpoint));
