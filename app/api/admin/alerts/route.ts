import { handle } from "#lib/server/http.ts";

export const GET = handle("GET /api/admin/alerts", ({ actor, query, services }) => services.alerts.list(actor, query));

export const POST = handle("POST /api/admin/alerts", ({ actor, body, services }) => services.alerts.publish(actor, body));
