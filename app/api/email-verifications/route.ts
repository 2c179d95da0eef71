import { handle } from "#lib/server/http.ts";

export const POST = handle("POST /api/email-verifications", async ({ actor, services }) => {
  await services.verifications.resendVerification(actor);
  return {};
});
