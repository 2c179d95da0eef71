import { handle } from "#lib/server/http.ts";

export const GET = handle("GET /api/push/devices", ({ actor, services }) => services.appPushes.list(actor));

export const POST = handle("POST /api/push/devices", ({ actor, body, services }) => services.appPushes.register(actor, body));

export const DELETE = handle("DELETE /api/push/devices", ({ actor, body, services }) => services.appPushes.forget(actor, body));
