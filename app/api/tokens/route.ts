import { handle } from "#lib/server/http.ts";

export const POST = handle("POST /api/tokens", async ({ body, address, services }) =>
  services.sessions.startToken(await services.accounts.verify(body, address), body.deviceName),
);

export const DELETE = handle("DELETE /api/tokens", async ({ actor, services }) => {
  await services.sessions.end(actor.sessionId, "signed_out");
  return {};
});
