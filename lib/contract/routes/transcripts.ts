import { Transcript, TranscriptKey, TranscriptQuery } from "../transcript.ts";
import { ById, Nothing, type Route } from "./route.ts";

/** Conversations as files that prove themselves whole. */
export const transcriptRoutes = {
  "GET /api/conversations/{id}/export": {
    summary:
      "The transcript as a file, HTML to read or JSON: each message bound to the one before it by its SHA-256, the last one signed.",
    access: "session",
    params: ById,
    query: TranscriptQuery,
    body: Nothing,
    output: Transcript,
    statuses: [200],
    codes: ["unauthenticated", "not_found"],
    rate: "export",
    produces: ["application/json", "text/html"],
  },
  "GET /api/transcripts/key": {
    summary: "The public key that transcripts of this house are signed with.",
    access: "open",
    params: Nothing,
    query: Nothing,
    body: Nothing,
    output: TranscriptKey,
    statuses: [200],
    codes: [],
    rate: "other",
  },
} as const satisfies Record<string, Route>;
