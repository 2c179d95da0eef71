import { download, handle } from "#lib/server/http.ts";

export const GET = handle("GET /api/admin/exports/reports", async ({ actor, services }) =>
  download("uninest-reports.csv", await services.exports.reports(actor)),
);
