import { handle, reply } from "#lib/server/http.ts";
import { inConversation } from "#lib/server/in-conversation.ts";

export const GET = handle("GET /api/conversations/{id}/messages", ({ actor, params, query, services }) =>
  services.messages.history(actor, params.id, query),
);

export const POST = handle("POST /api/conversations/{id}/messages", async ({ actor, params, body, services }) => {
  const receipt = await services.messages.send(actor, inConversation(params.id, body));
  return reply(receipt.duplicate ? 200 : 201, receipt);
});
