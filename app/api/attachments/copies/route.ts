import { handle } from "#lib/server/http.ts";

export const POST = handle("POST /api/attachments/copies", ({ actor, body, services }) => services.copies.copy(actor, body));
