import { handle } from "#lib/server/http.ts";

export const POST = handle("POST /api/kept-out/sanctions", ({ body, services }) => services.keptOut.sanctions(body.token));
