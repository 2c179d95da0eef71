import { handle } from "#lib/server/http.ts";

export const POST = handle("POST /api/admin/audit/verify", ({ actor, services }) => services.audit.verify(actor));
