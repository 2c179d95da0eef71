import { handle } from "#lib/server/http.ts";

export const POST = handle("POST /api/notifications/read", ({ actor, body, services }) =>
  services.notifications.read(actor, body),
);
