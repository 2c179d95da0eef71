import type { IncomingMessage, ServerResponse } from "node:http";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { RouteName } from "#lib/contract/routes.ts";
import { fail } from "#lib/domain/fail.ts";
import { enter } from "../enter.ts";
import { asFailure } from "../failures.ts";
import { problemOf } from "../problem.ts";
import type { Runtime } from "../runtime.ts";
import { rangeOf } from "./byte-range.ts";
import { dispositionOf } from "./disposition.ts";
import { webRequestOf } from "./web-request.ts";

const PATH = /^\/api\/attachments\/(?!copies(?:$|\?))([^/?]*)(\/thumbnail)?(?:\?.*)?$/;

/**
 * Whatever is in it and wherever it is opened, it is shown as what it was found to be, and nothing in it runs. It is asked each time
 * whether one may still read it: who may not finds nothing of it in a cache.
 */
const HEADERS = {
  "cache-control": "private, no-cache",
  "x-content-type-options": "nosniff",
  "content-security-policy": "default-src 'none'; sandbox; frame-ancestors 'none'",
  "cross-origin-resource-policy": "same-origin",
  "accept-ranges": "bytes",
};

/** Hands out the files of messages to those who see them. Resolves to false for any other path. */
export const createAttachmentDoor = (built: Runtime) => {
  const { attachments } = built.services;

  const find = async (request: IncomingMessage, id: string, isThumbnail: boolean) => {
    const name: RouteName = isThumbnail ? "GET /api/attachments/{id}/thumbnail" : "GET /api/attachments/{id}";
    if (request.method !== "GET" && request.method !== "HEAD") throw fail("not_found");
    const { actor } = await enter(name, webRequestOf(request, { withBody: false }), { id }, built);
    if (!actor) throw fail("unauthenticated");
    return attachments.find(actor, id, isThumbnail ? "thumbnail" : "file");
  };

  const send = async (request: IncomingMessage, response: ServerResponse, id: string, isThumbnail: boolean): Promise<void> => {
    const { name, contentType, isShown, key } = await find(request, id, isThumbnail);
    // What is kept under an id never changes.
    const tag = `"${id}${isThumbnail ? "-small" : ""}"`;
    const known = { ...HEADERS, etag: tag };
    const { headers, method } = request;
    if (headers["if-none-match"] === tag) {
      response.writeHead(304, known).end();
      return;
    }
    const size = await attachments.size(key);
    if (size === undefined) throw fail("not_found");
    const isFresh = headers["if-range"] === undefined || headers["if-range"] === tag;
    const range = rangeOf(isFresh ? headers.range : undefined, size);
    if (range === "beyond") {
      response.writeHead(416, { ...known, "content-range": `bytes */${size}` }).end();
      return;
    }
    const part = range === "whole" ? undefined : range;
    response.writeHead(part ? 206 : 200, {
      ...known,
      "content-type": contentType === "text/plain" ? "text/plain; charset=utf-8" : contentType,
      "content-disposition": dispositionOf(isShown ? "inline" : "attachment", name),
      "content-length": part ? part.end - part.start + 1 : size,
      ...(part ? { "content-range": `bytes ${part.start}-${part.end}/${size}` } : {}),
    });
    const blob = method === "HEAD" ? undefined : await attachments.open(key, part);
    // A reader who leaves, or a file that has gone, ends this one answer and nothing else.
    await pipeline(Readable.from(blob?.chunks ?? []), response).catch(() => undefined);
  };

  return async (request: IncomingMessage, response: ServerResponse): Promise<boolean> => {
    const [path, id = "", thumbnail] = PATH.exec(request.url ?? "") ?? [];
    if (path === undefined) return false;
    try {
      await send(request, response, id, thumbnail !== undefined);
    } catch (error) {
      const { status, headers, document } = problemOf(asFailure(error, built.log));
      response.writeHead(status, headers).end(request.method === "HEAD" ? undefined : JSON.stringify(document));
    }
    return true;
  };
};
