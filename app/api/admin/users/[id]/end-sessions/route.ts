import { handle } from "#lib/server/http.ts";

export const POST = handle("POST /api/admin/users/{id}/end-sessions", async ({ actor, params, body, services }) => {
  await services.people.endSessions(actor, params.id, body);
  return {};
});
