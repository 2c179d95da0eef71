import { handle } from "#lib/server/http.ts";

export const POST = handle("POST /api/email-verifications/confirm", async ({ body, services }) => {
  await services.verifications.verifyEmail(body.token);
  return {};
});
