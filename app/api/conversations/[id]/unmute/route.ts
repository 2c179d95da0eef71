import { handle } from "#lib/server/http.ts";

export const POST = handle("POST /api/conversations/{id}/unmute", ({ actor, params, services }) =>
  services.mutes.unmute(actor, { conversationId: params.id }),
);
