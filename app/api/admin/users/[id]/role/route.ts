import { handle } from "#lib/server/http.ts";

export const PUT = handle("PUT /api/admin/users/{id}/role", async ({ actor, params, body, services }) => {
  await services.standing.setRole(actor, params.id, body.role);
  return {};
});
