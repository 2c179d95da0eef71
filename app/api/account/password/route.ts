import { handle } from "#lib/server/http.ts";

export const POST = handle("POST /api/account/password", async ({ actor, body, services }) => {
  await services.accounts.changePassword(actor, body);
  return {};
});
