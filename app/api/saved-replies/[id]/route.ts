import { handle } from "#lib/server/http.ts";

export const PATCH = handle("PATCH /api/saved-replies/{id}", ({ actor, params, body, services }) =>
  services.savedReplies.change(actor, params.id, body),
);

export const DELETE = handle("DELETE /api/saved-replies/{id}", ({ actor, params, services }) =>
  services.savedReplies.remove(actor, params.id),
);
