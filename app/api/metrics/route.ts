import { handle } from "#lib/server/http.ts";
import { runtime } from "#lib/server/runtime.ts";

export const GET = handle("GET /api/metrics", () => runtime().metricsText());
