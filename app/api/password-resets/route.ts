import { handle } from "#lib/server/http.ts";

export const POST = handle("POST /api/password-resets", async ({ body, services }) => {
  await services.verifications.requestReset(body.email);
  return {};
});
