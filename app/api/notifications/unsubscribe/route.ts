import { handle } from "#lib/server/http.ts";

export const POST = handle("POST /api/notifications/unsubscribe", ({ query, services }) =>
  services.notificationPreferences.unsubscribe(query.token),
);
