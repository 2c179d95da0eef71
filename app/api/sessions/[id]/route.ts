import { handle } from "#lib/server/http.ts";

export const DELETE = handle("DELETE /api/sessions/{id}", async ({ actor, params, services }) => {
  await services.sessions.endOwn(actor, params.id);
  return {};
});
