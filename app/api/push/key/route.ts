import { handle } from "#lib/server/http.ts";

export const GET = handle("GET /api/push/key", async ({ services }) => services.pushes.key());
