import { handle } from "#lib/server/http.ts";

export const POST = handle("POST /api/bookings/{id}/check-in", ({ actor, params, body, services }) =>
  services.bookings.step(actor, params.id, "check-in", body),
);
