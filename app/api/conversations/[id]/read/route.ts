import { handle } from "#lib/server/http.ts";

export const POST = handle("POST /api/conversations/{id}/read", ({ actor, params, body, services }) =>
  services.receipts.read(actor, { conversationId: params.id, seq: body.seq }),
);
