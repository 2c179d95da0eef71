import { handle, reply } from "#lib/server/http.ts";

export const GET = handle("GET /api/reports", ({ actor, services }) => services.reports.list(actor));

export const POST = handle("POST /api/reports", async ({ actor, body, services }) => {
  const { isNew, report } = await services.reports.file(actor, body);
  return reply(isNew ? 201 : 200, report);
});
