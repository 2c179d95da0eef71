import { handle } from "#lib/server/http.ts";

export const POST = handle("POST /api/password-resets/confirm", async ({ body, services }) => {
  await services.verifications.reset(body);
  return {};
});
