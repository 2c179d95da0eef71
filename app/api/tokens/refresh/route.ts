import { handle } from "#lib/server/http.ts";

export const POST = handle("POST /api/tokens/refresh", ({ body, services }) => services.sessions.refresh(body.refreshToken));
