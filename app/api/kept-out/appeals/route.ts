import { handle } from "#lib/server/http.ts";

export const POST = handle("POST /api/kept-out/appeals", ({ body, services }) => services.keptOut.appeal(body));
