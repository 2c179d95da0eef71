import { handle } from "#lib/server/http.ts";

export const GET = handle("GET /api/live", async () => ({ status: "alive" as const }));
