import { handle, reply } from "#lib/server/http.ts";

export const POST = handle("POST /api/contests", async ({ actor, body, services }) => {
  const { isNew, contest } = await services.contests.file(actor, body);
  return reply(isNew ? 201 : 200, contest);
});

export const GET = handle("GET /api/contests", ({ actor, services }) => services.contests.own(actor));
