import { handle } from "#lib/server/http.ts";

export const GET = handle("GET /api/sessions", async ({ actor, services }) => ({ items: await services.sessions.list(actor) }));

export const DELETE = handle("DELETE /api/sessions", async ({ actor, services }) => {
  await services.sessions.endOthers(actor, "signed_out_remotely");
  return {};
});
