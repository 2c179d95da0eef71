import { handle } from "#lib/server/http.ts";

export const POST = handle("POST /api/admin/users/{id}/ban", async ({ actor, params, body, services }) => {
  await services.sanctions.ban(actor, params.id, body);
  return {};
});
