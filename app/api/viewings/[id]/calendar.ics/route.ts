import { handle } from "#lib/server/http.ts";

export const GET = handle("GET /api/viewings/{id}/calendar.ics", ({ actor, params, services }) =>
  services.viewings.calendar(actor, params.id),
);
