import * as z from "zod";
import { attachmentLimits } from "../attachment-types.ts";
import { AttachmentCopies } from "../attachments.ts";
import { Attachment } from "../messages.ts";
import { ById, Nothing, type Route } from "./route.ts";

const file = {
  access: "session",
  params: ById,
  query: Nothing,
  body: Nothing,
  output: z.string(),
  statuses: [200, 206, 304],
  codes: ["unauthenticated", "not_found"],
  rate: "attachment:read",
} as const;

/**
 * Files of messages. What is below `/api/uploads` speaks tus 1.0 (creation, termination, expiration), with `HEAD` and `OPTIONS` as it
 * has them: docs/clients.md.
 */
export const attachmentRoutes = {
  "POST /api/uploads": {
    summary: "Begin to upload a file: `Upload-Length`, and `filename`, `conversationId` and `durationMs` in `Upload-Metadata`.",
    access: "session",
    params: Nothing,
    query: Nothing,
    body: Nothing,
    output: Nothing,
    statuses: [201],
    codes: ["unauthenticated", "not_found", "forbidden", "blocked", "suspended", "conflict", "too_large"],
    rate: "uploads",
  },
  "PATCH /api/uploads/{id}": {
    summary: "Send what comes next of a file, from `Upload-Offset` on. With its last byte it is looked at, and taken or refused.",
    access: "session",
    params: ById,
    query: Nothing,
    body: Nothing,
    upload: { maxBytes: attachmentLimits.bytes, types: ["application/offset+octet-stream"] },
    output: Nothing,
    statuses: [204],
    codes: ["unauthenticated", "not_found", "conflict", "too_large", "content_rejected"],
    rate: "upload:part",
  },
  "DELETE /api/uploads/{id}": {
    summary: "Take back a file that is not sent.",
    access: "session",
    params: ById,
    query: Nothing,
    body: Nothing,
    output: Nothing,
    statuses: [204],
    codes: ["unauthenticated", "not_found", "conflict"],
    rate: "upload:part",
  },
  "POST /api/attachments/copies": {
    summary:
      "Files of messages that one sees, as uploads in another conversation, ready to be named in a message there. All or none.",
    access: "session",
    params: Nothing,
    query: Nothing,
    body: AttachmentCopies,
    output: z.strictObject({ attachments: z.array(Attachment) }),
    statuses: [201],
    codes: ["unauthenticated", "not_found", "forbidden", "blocked", "suspended", "conflict", "content_rejected"],
    rate: "uploads",
  },
  "GET /api/attachments/{id}": {
    ...file,
    summary: "The file of a message that one sees, whole or in part (`Range`). Documents come as something to keep.",
    produces: "application/octet-stream",
  },
  "GET /api/attachments/{id}/thumbnail": {
    ...file,
    summary: `A picture of it, at most ${attachmentLimits.thumbnailSide} pixels wide and high. Of pictures only.`,
    produces: "image/webp",
  },
} as const satisfies Record<string, Route>;
