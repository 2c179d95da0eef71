import { handle } from "#lib/server/http.ts";

export const GET = handle("GET /api/transcripts/key", async ({ services }) => services.transcripts.key());
