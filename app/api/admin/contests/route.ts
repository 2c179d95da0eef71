import { handle } from "#lib/server/http.ts";

export const GET = handle("GET /api/admin/contests", ({ actor, services }) => services.contests.list(actor));
