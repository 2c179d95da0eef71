import { handle, reply } from "#lib/server/http.ts";

export const GET = handle("GET /api/conversations", ({ actor, query, services }) => services.conversations.list(actor, query));

export const POST = handle("POST /api/conversations", async ({ actor, body, services }) => {
  if (body.kind === "group") return reply(201, await services.groups.open(actor, body));
  const { conversation, isNew } = await services.conversations.open(actor, body);
  return reply(isNew ? 201 : 200, conversation);
});
