import { handle } from "#lib/server/http.ts";

export const GET = handle("GET /api/conversations/{id}", ({ actor, params, services }) =>
  services.conversations.get(actor, params.id),
);

export const PATCH = handle("PATCH /api/conversations/{id}", ({ actor, params, body, services }) =>
  body.title === undefined
    ? services.conversations.update(actor, params.id, body)
    : services.groups.rename(actor, params.id, body.title),
);
