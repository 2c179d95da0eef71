import { handle } from "#lib/server/http.ts";

export const POST = handle("POST /api/admin/jobs/{id}/retry", async ({ actor, params, services }) => {
  await services.jobs.retry(actor, params.id);
  return {};
});
