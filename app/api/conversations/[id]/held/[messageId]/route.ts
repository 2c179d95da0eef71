import { handle } from "#lib/server/http.ts";

export const DELETE = handle("DELETE /api/conversations/{id}/held/{messageId}", async ({ actor, params, services }) => {
  await services.held.withdraw(actor, { conversationId: params.id, messageId: params.messageId });
  return {};
});
