import { handle } from "#lib/server/http.ts";

export const DELETE = handle("DELETE /api/blocks/{id}", ({ actor, params, services }) =>
  services.blocks.unblock(actor, { userId: params.id }),
);
