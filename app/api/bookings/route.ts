import { handle, reply } from "#lib/server/http.ts";

export const GET = handle("GET /api/bookings", ({ actor, query, services }) => services.bookings.list(actor, query));

export const POST = handle("POST /api/bookings", async ({ actor, body, services }) => {
  const { booking, isNew } = await services.bookings.request(actor, body);
  return reply(isNew ? 201 : 200, booking);
});
