import { handle } from "#lib/server/http.ts";

export const POST = handle("POST /api/admin/users/{id}/lift", async ({ actor, params, services }) => {
  await services.sanctions.letIn(actor, params.id);
  return {};
});
