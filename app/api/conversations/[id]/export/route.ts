import { download, handle } from "#lib/server/http.ts";

const types = { html: "text/html", json: "application/json" };

export const GET = handle("GET /api/conversations/{id}/export", async ({ actor, params, query: { format }, services }) =>
  download(`uninest-transcript.${format}`, await services.transcripts.save(actor, params.id, format), types[format]),
);
