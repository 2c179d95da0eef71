import { handle } from "#lib/server/http.ts";

export const POST = handle("POST /api/users", ({ body, services }) => services.accounts.register(body));
