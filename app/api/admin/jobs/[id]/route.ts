import { handle } from "#lib/server/http.ts";

export const DELETE = handle("DELETE /api/admin/jobs/{id}", async ({ actor, params, services }) => {
  await services.jobs.drop(actor, params.id);
  return {};
});
