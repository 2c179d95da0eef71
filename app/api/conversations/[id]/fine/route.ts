import { handle } from "#lib/server/http.ts";

export const POST = handle("POST /api/conversations/{id}/fine", ({ actor, params, body, services }) =>
  services.contests.callFine(actor, params.id, body.messageId),
);
