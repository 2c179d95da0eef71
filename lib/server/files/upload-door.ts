import type { IncomingMessage, ServerResponse } from "node:http";
import { Server } from "@tus/server";
import { attachmentLimits } from "#lib/contract/attachment-types.ts";
import { UploadLength, UploadMetadata } from "#lib/contract/attachments.ts";
import { limits } from "#lib/contract/limits.ts";
import type { RouteName } from "#lib/contract/routes.ts";
import type { Actor } from "#lib/domain/actor.ts";
import { type Failure, fail, isFailure } from "#lib/domain/fail.ts";
import { enter } from "../enter.ts";
import { asFailure, parseInput } from "../failures.ts";
import { API_HEADERS, problemOf } from "../problem.ts";
import type { Runtime } from "../runtime.ts";
import { UploadStore } from "./upload-store.ts";
import { webRequestOf } from "./web-request.ts";

const PREFIX = "/api/uploads";
const PATH = /^\/api\/uploads(?:\/([^/?]*))?(?:\?.*)?$/;
const VERSION = { "tus-resumable": "1.0.0" };
const PIECE = "application/offset+octet-stream";

const BY_METHOD: Record<string, RouteName> = {
  PATCH: "PATCH /api/uploads/{id}",
  HEAD: "PATCH /api/uploads/{id}",
  DELETE: "DELETE /api/uploads/{id}",
};

const malformed = (message: string): Failure => fail("validation_failed", { details: [{ path: [], message }] });

const wordsOf = (body: unknown): string =>
  typeof body === "string" && body.trim() !== "" ? body.trim() : "is not as tus wants it";

/** What tus has to say against a request, as everybody here says it. */
const failureOf = ({ status_code: status, body }: { status_code: number; body?: unknown }): Failure => {
  if (status === 404 || status === 410) return fail("not_found");
  if (status === 409) return fail("conflict", { message: "The file has come to another place." });
  if (status === 413) return fail("too_large");
  return status >= 500 && status !== 501 ? fail("unavailable") : malformed(wordsOf(body));
};

const isOfTus = (error: unknown): error is { status_code: number; body?: unknown } =>
  typeof error === "object" && error !== null && "status_code" in error && typeof error.status_code === "number";

/** What is no request of tus is told so before anything is looked up. */
const assertForm = ({ method, headers }: Request): void => {
  const length = Number(headers.get("content-length") ?? 0);
  if (length > (method === "PATCH" ? attachmentLimits.bytes : limits.packetBytes)) throw fail("too_large");
  if (headers.get("tus-resumable") === null) throw malformed("must speak tus 1.0 (Tus-Resumable)");
  if (method === "PATCH" && headers.get("content-type") !== PIECE) throw malformed(`must be ${PIECE}`);
  if (method === "POST" && (length > 0 || headers.get("transfer-encoding") !== null)) throw malformed("must have no body");
};

const isPlain = (name: string): boolean => !name.startsWith("access-control-");

/** Speaks tus 1.0 for the files of messages. Resolves to false for any other path. */
export const createUploadDoor = (built: Runtime) => {
  const { uploads } = built.services;
  const askers = new WeakMap<object, Actor>();
  const failures = new WeakMap<object, Failure>();

  const tus = new Server({
    path: PREFIX,
    datastore: new UploadStore(uploads),
    relativeLocation: true,
    allowedOrigins: () => false,
    namingFunction: async (request, metadata = {}) => {
      const actor = askers.get(request);
      if (!actor) throw fail("unauthenticated");
      const length = parseInput(UploadLength, Number(request.headers.get("upload-length")));
      return uploads.create(actor, parseInput(UploadMetadata, metadata), length);
    },
    onUploadFinish: async (_, { id }) => {
      await uploads.finish(id);
      return {};
    },
    onResponseError: (request, error) => {
      const failure = isFailure(error) || !isOfTus(error) ? asFailure(error, built.log) : failureOf(error);
      failures.set(request, failure);
      return { status_code: problemOf(failure).status, body: "" };
    },
  });

  const askTus = async (request: Request): Promise<Response> => {
    const response = await tus.handleWeb(request as Parameters<typeof tus.handleWeb>[0]);
    if (response.status < 400) return response;
    throw failures.get(request) ?? failureOf({ status_code: response.status, body: await response.text() });
  };

  const answer = async (incoming: IncomingMessage, id: string | undefined): Promise<Response> => {
    const { method = "" } = incoming;
    const withBody = method === "PATCH";
    const request = webRequestOf(incoming, { withBody });
    if (method === "OPTIONS") return askTus(request);
    const name = id === undefined ? (method === "POST" ? "POST /api/uploads" : undefined) : BY_METHOD[method];
    if (name === undefined) throw fail("not_found");
    const { actor } = await enter(name, request, id === undefined ? {} : { id }, built);
    if (!actor) throw fail("unauthenticated");
    assertForm(request);
    if (id !== undefined) await uploads.assertOwn(actor, id);
    askers.set(request, actor);
    return askTus(request);
  };

  const refuse = (response: ServerResponse, method: string, failure: Failure): void => {
    const { status, headers, document } = problemOf(failure);
    response.writeHead(status, { ...headers, ...VERSION }).end(method === "HEAD" ? undefined : JSON.stringify(document));
  };

  return async (request: IncomingMessage, response: ServerResponse): Promise<boolean> => {
    const { url = "", method = "" } = request;
    const [path, id] = PATH.exec(url) ?? [];
    if (path === undefined) return false;
    try {
      const { status, headers } = await answer(request, id);
      const plain = [...headers].filter(([name]) => isPlain(name) && name !== "content-type");
      response.writeHead(status, { ...Object.fromEntries(plain), ...API_HEADERS }).end();
    } catch (error) {
      refuse(response, method, asFailure(error, built.log));
    }
    return true;
  };
};
