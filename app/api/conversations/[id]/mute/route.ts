import { handle } from "#lib/server/http.ts";

export const POST = handle("POST /api/conversations/{id}/mute", ({ actor, params, body, services }) =>
  services.mutes.mute(actor, { ...body, conversationId: params.id }),
);
