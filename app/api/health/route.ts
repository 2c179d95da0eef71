import { handle, reply } from "#lib/server/http.ts";
import { runtime } from "#lib/server/runtime.ts";

export const GET = handle("GET /api/health", async () => {
  const health = await runtime().health();
  return reply(health.status === "down" ? 503 : 200, health);
});
