import { handle } from "#lib/server/http.ts";

export const GET = handle("GET /api/conversations/{id}", ({ actor, params, services }) =>
  services.conversations.get(actor, params.id),
);

export const PATCH = handle("PATCH /api/conversations/{id}", ({ actor, params, body, services }) => {
  if (body.title !== undefined) return services.groups.rename(actor, params.id, body.title);
  if (body.openHistory !== undefined) return services.groups.openHistory(actor, params.id, body.openHistory);
  return services.conversations.update(actor, params.id, body);
});
