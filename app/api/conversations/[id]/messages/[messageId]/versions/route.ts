import { handle } from "#lib/server/http.ts";

export const GET = handle("GET /api/conversations/{id}/messages/{messageId}/versions", ({ actor, params, services }) =>
  services.changes.versions(actor, { conversationId: params.id, messageId: params.messageId }),
);
