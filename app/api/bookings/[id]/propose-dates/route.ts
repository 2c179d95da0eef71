import { handle } from "#lib/server/http.ts";

export const POST = handle("POST /api/bookings/{id}/propose-dates", ({ actor, params, body, services }) =>
  services.bookings.proposeDates(actor, params.id, body),
);
