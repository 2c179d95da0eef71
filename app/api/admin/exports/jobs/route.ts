import { download, handle } from "#lib/server/http.ts";

export const GET = handle("GET /api/admin/exports/jobs", async ({ actor, services }) =>
  download("uninest-jobs.csv", await services.exports.jobs(actor)),
);
