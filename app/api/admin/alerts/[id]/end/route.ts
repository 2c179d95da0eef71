import { handle } from "#lib/server/http.ts";

export const POST = handle("POST /api/admin/alerts/{id}/end", ({ actor, params, services }) =>
  services.alerts.end(actor, params.id),
);
