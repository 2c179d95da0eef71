import type { IncomingMessage, ServerResponse } from "node:http";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { fail } from "#lib/domain/fail.ts";
import { enter } from "../enter.ts";
import { asFailure } from "../failures.ts";
import { problemOf } from "../problem.ts";
import type { Runtime } from "../runtime.ts";
import { webRequestOf } from "./web-request.ts";

const PATH = /^\/api\/conversations\/([^/?]*)\/picture\/([^/?]*)(?:\?.*)?$/;

/** A picture and nothing else, whatever is in it; who is out of the group finds nothing of it in a cache. */
const HEADERS = {
  "cache-control": "private, no-cache",
  "x-content-type-options": "nosniff",
  "content-security-policy": "default-src 'none'; sandbox; frame-ancestors 'none'",
  "cross-origin-resource-policy": "same-origin",
};

/** Hands out the pictures of groups to those who are in them. Resolves to false for any other path. */
export const createGroupPictureDoor = (built: Runtime) => {
  const open = async (request: IncomingMessage, id: string, pictureId: string) => {
    if (request.method !== "GET" && request.method !== "HEAD") throw fail("not_found");
    const asking = webRequestOf(request, { withBody: false });
    const { actor } = await enter("GET /api/conversations/{id}/picture/{pictureId}", asking, { id, pictureId }, built);
    if (!actor) throw fail("unauthenticated");
    return built.services.groupPictures.open(actor, id, pictureId);
  };

  const send = async (request: IncomingMessage, response: ServerResponse, id: string, pictureId: string): Promise<void> => {
    const blob = await open(request, id, pictureId);
    const chunks = Readable.from(blob.chunks);
    // What is kept under an id never changes.
    const tag = `"${pictureId}"`;
    const isKnown = request.headers["if-none-match"] === tag;
    if (isKnown || request.method === "HEAD") chunks.destroy();
    if (isKnown) {
      response.writeHead(304, { ...HEADERS, etag: tag }).end();
      return;
    }
    response.writeHead(200, { ...HEADERS, etag: tag, "content-type": "image/webp", "content-length": blob.size });
    if (request.method === "HEAD") response.end();
    // A reader who leaves ends this one answer and nothing else.
    else await pipeline(chunks, response).catch(() => undefined);
  };

  return async (request: IncomingMessage, response: ServerResponse): Promise<boolean> => {
    const [path, id = "", pictureId = ""] = PATH.exec(request.url ?? "") ?? [];
    if (path === undefined) return false;
    try {
      await send(request, response, id, pictureId);
    } catch (error) {
      const { status, headers, document } = problemOf(asFailure(error, built.log));
      response.writeHead(status, headers).end(request.method === "HEAD" ? undefined : JSON.stringify(document));
    }
    return true;
  };
};
