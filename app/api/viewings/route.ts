import { handle, reply } from "#lib/server/http.ts";

export const GET = handle("GET /api/viewings", ({ actor, query, services }) => services.viewings.list(actor, query));

export const POST = handle("POST /api/viewings", async ({ actor, body, services }) => {
  const { viewing, isNew } = await services.viewings.request(actor, body);
  return reply(isNew ? 201 : 200, viewing);
});
