import { handle } from "#lib/server/http.ts";

export const PATCH = handle("PATCH /api/conversations/{id}/messages/{messageId}", ({ actor, params, body, services }) =>
  services.changes.edit(actor, { conversationId: params.id, messageId: params.messageId, ...body }),
);

export const DELETE = handle("DELETE /api/conversations/{id}/messages/{messageId}", ({ actor, params, services }) =>
  services.changes.remove(actor, { conversationId: params.id, messageId: params.messageId }),
);
