import { handle } from "#lib/server/http.ts";

export const PATCH = handle("PATCH /api/conversations/{id}/members/{userId}", ({ actor, params, services }) =>
  services.groups.makeAdmin(actor, params),
);

export const DELETE = handle("DELETE /api/conversations/{id}/members/{userId}", async ({ actor, params, services }) => {
  await services.groups.remove(actor, params);
  return {};
});
