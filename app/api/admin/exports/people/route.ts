import { download, handle } from "#lib/server/http.ts";

export const GET = handle("GET /api/admin/exports/people", async ({ actor, services }) =>
  download("uninest-people.csv", await services.exports.people(actor)),
);
