import { handle } from "#lib/server/http.ts";

export const GET = handle("GET /api/notifications", ({ actor, query, services }) => services.notifications.list(actor, query));
