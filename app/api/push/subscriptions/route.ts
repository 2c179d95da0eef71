import { handle } from "#lib/server/http.ts";

export const GET = handle("GET /api/push/subscriptions", ({ actor, services }) => services.pushes.list(actor));

export const POST = handle("POST /api/push/subscriptions", ({ actor, body, services }) => services.pushes.subscribe(actor, body));

export const DELETE = handle("DELETE /api/push/subscriptions", ({ actor, body, services }) =>
  services.pushes.unsubscribe(actor, body.endpoint),
);
