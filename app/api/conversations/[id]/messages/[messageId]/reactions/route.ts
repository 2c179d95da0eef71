import { handle } from "#lib/server/http.ts";

export const POST = handle("POST /api/conversations/{id}/messages/{messageId}/reactions", ({ actor, params, body, services }) =>
  services.changes.react(actor, { conversationId: params.id, messageId: params.messageId, ...body }),
);
