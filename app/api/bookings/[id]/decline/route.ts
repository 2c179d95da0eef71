import { handle } from "#lib/server/http.ts";

export const POST = handle("POST /api/bookings/{id}/decline", ({ actor, params, body, services }) =>
  services.bookings.step(actor, params.id, "decline", body),
);
