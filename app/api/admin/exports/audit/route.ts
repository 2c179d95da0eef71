import { download, handle } from "#lib/server/http.ts";

export const GET = handle("GET /api/admin/exports/audit", async ({ actor, services }) =>
  download("uninest-audit.csv", await services.exports.audit(actor)),
);
