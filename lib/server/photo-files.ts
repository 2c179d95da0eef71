import type { IncomingMessage, ServerResponse } from "node:http";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { fail } from "#lib/domain/fail.ts";
import type { BlobStore } from "#lib/domain/ports.ts";
import { problemOf } from "./problem.ts";

const YEAR_SECONDS = 365 * 24 * 60 * 60;
const PICTURE = /^\/((?:photos\/[0-9a-f-]{36}(?:-small)?|previews\/[0-9a-f-]{36})\.webp)$/;
const PREFIXES = ["/photos/", "/previews/"];

/** What somebody has uploaded, or a page has shown, is a picture and nothing else, whatever is in it and wherever it is opened. */
const HEADERS = {
  "content-type": "image/webp",
  "cache-control": `public, max-age=${YEAR_SECONDS}, immutable`,
  "x-content-type-options": "nosniff",
  "content-security-policy": "default-src 'none'; sandbox; frame-ancestors 'none'",
  "cross-origin-resource-policy": "same-origin",
};

const refuse = (response: ServerResponse): void => {
  const { status, headers, document } = problemOf(fail("not_found"));
  response.writeHead(status, headers).end(JSON.stringify(document));
};

/**
 * Sends the photos of homes, and the pictures of previews. An address holds an id that cannot be guessed and never stands for another picture, so it may be
 * kept for ever, and a photo of a draft is seen by whoever was given its address. Resolves to false for any other path.
 */
export const createPhotoFiles =
  (blobs: Pick<BlobStore, "open">) =>
  async ({ url = "", method = "" }: IncomingMessage, response: ServerResponse): Promise<boolean> => {
    if (!PREFIXES.some((prefix) => url.startsWith(prefix))) return false;
    const key = PICTURE.exec(url)?.[1];
    const blob = key !== undefined && (method === "GET" || method === "HEAD") ? await blobs.open(key) : undefined;
    if (!blob) {
      refuse(response);
      return true;
    }
    response.writeHead(200, { ...HEADERS, "content-length": blob.size });
    const chunks = Readable.from(blob.chunks);
    if (method === "HEAD") {
      chunks.destroy();
      response.end();
    }
    // A reader who leaves, or a file that has gone, ends this one answer and nothing else.
    else await pipeline(chunks, response).catch(() => undefined);
    return true;
  };
