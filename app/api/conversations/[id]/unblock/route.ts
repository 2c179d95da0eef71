import { handle } from "#lib/server/http.ts";

export const POST = handle("POST /api/conversations/{id}/unblock", ({ actor, params, body, services }) =>
  services.blocks.unblock(actor, { userId: body.userId, conversationId: params.id }),
);
