import { handle } from "#lib/server/http.ts";

export const GET = handle("GET /api/bookings/{id}", ({ actor, params, services }) => services.bookings.get(actor, params.id));
