import { handle } from "#lib/server/http.ts";

export const GET = handle("GET /api/conversations/{id}/messages/{messageId}/receipts", ({ actor, params, services }) =>
  services.receiptReader.ofMessage(actor, { conversationId: params.id, messageId: params.messageId }),
);
