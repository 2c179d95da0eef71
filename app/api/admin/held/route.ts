import { handle } from "#lib/server/http.ts";

export const GET = handle("GET /api/admin/held", ({ actor, services }) => services.heldDesk.list(actor));
