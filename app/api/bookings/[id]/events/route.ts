import { handle } from "#lib/server/http.ts";

export const GET = handle("GET /api/bookings/{id}/events", ({ actor, params, services }) =>
  services.bookings.history(actor, params.id),
);
