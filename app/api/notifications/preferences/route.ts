import { handle } from "#lib/server/http.ts";

export const GET = handle("GET /api/notifications/preferences", ({ actor, services }) =>
  services.notificationPreferences.get(actor),
);

export const PUT = handle("PUT /api/notifications/preferences", ({ actor, body, services }) =>
  services.notificationPreferences.put(actor, body),
);
