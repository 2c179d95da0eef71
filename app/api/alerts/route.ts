import { handle } from "#lib/server/http.ts";

export const GET = handle("GET /api/alerts", ({ services }) => services.alerts.current());
