import { handle } from "#lib/server/http.ts";

export const GET = handle("GET /api/admin/rules/contested", ({ actor, services }) => services.contests.byRule(actor));
