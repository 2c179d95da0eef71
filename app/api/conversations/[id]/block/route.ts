import { handle } from "#lib/server/http.ts";

export const POST = handle("POST /api/conversations/{id}/block", ({ actor, params, body, services }) =>
  services.blocks.block(actor, { userId: body.userId, conversationId: params.id }),
);
