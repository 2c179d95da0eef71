import { limits } from "#lib/contract/limits.ts";
import type { Route } from "#lib/contract/routes/route.ts";
import { type RouteInput, type RouteName, type RouteOutput, routes } from "#lib/contract/routes.ts";
import type { Actor } from "#lib/domain/actor.ts";
import { type Failure, fail } from "#lib/domain/fail.ts";
import { enter } from "./enter.ts";
import { asFailure, parseInput } from "./failures.ts";
import { API_HEADERS, problemOf } from "./problem.ts";
import { type Runtime, runtime } from "./runtime.ts";
import type { Services } from "./services.ts";

type Access<Name extends RouteName> = (typeof routes)[Name]["access"];
type Call<Name extends RouteName> = RouteInput<Name> & {
  actor: Access<Name> extends "session" ? Actor : Actor | undefined;
  services: Services;
  /** The network address that asks. */
  address: string;
};
/** A route with no parameter in its path gets none at all. */
type Context = { params: Promise<Record<string, string | string[] | undefined> | undefined> };

/** A good answer with another status than the route's usual one. */
class Reply<Data> {
  readonly status: number;
  readonly data: Data;
  constructor(status: number, data: Data) {
    this.status = status;
    this.data = data;
  }
}
export const reply = <Data>(status: number, data: Data) => new Reply(status, data);

/** A good answer that is a file, piece by piece; of a route that can produce several types, with its own. */
class Download {
  readonly name: string;
  readonly pieces: AsyncGenerator<string>;
  readonly type: string | undefined;
  constructor(name: string, pieces: AsyncGenerator<string>, type?: string) {
    this.name = name;
    this.pieces = pieces;
    this.type = type;
  }
}
export const download = (name: string, pieces: AsyncGenerator<string>, type?: string) => new Download(name, pieces, type);

/** What changes nothing has no body. */
const SAFE_METHODS = new Set(["GET", "HEAD"]);

const readBounded = async (body: ReadableStream<Uint8Array>, maxBytes: number): Promise<Uint8Array> => {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.byteLength;
    if (size > maxBytes) throw fail("too_large");
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
};

const decode = (bytes: Uint8Array): string => {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw malformedBody("must be UTF-8");
  }
};

const malformedBody = (message: string): Failure => fail("validation_failed", { details: [{ path: [], message }] });

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    throw malformedBody("must be JSON");
  }
};

/** What says before it comes that it is too large is not even read. */
const fileOf = async ({ headers, body }: Request, maxBytes: number): Promise<unknown> => {
  if (Number(headers.get("content-length")) > maxBytes) throw fail("too_large");
  return body === null ? undefined : readBounded(body, maxBytes);
};

const bodyOf = async (request: Request, { upload, ignoresBody }: Pick<Route, "upload" | "ignoresBody">): Promise<unknown> => {
  if (SAFE_METHODS.has(request.method) || ignoresBody) return {};
  if (upload) return fileOf(request, upload.maxBytes);
  if (request.body === null) return {};
  const text = decode(await readBounded(request.body, limits.packetBytes));
  if (text === "") return {};
  if (!/^application\/json\b/i.test(request.headers.get("content-type") ?? "")) throw malformedBody("must be application/json");
  return parseJson(text);
};

const refuse = (failure: Failure): Response => {
  const { status, headers, document } = problemOf(failure);
  return Response.json(document, { status, headers });
};

/** A text is a file to keep, everything else is JSON. */
const answerWith = ({ produces }: Route, status: number, data: unknown): Response => {
  if (status === 204) return new Response(null, { status, headers: API_HEADERS });
  if (produces === undefined) return Response.json(data, { status, headers: API_HEADERS });
  const headers = { ...API_HEADERS, "content-type": `${produces}; charset=utf-8`, "content-disposition": "attachment" };
  return new Response(String(data), { status, headers });
};

/** A piece is made when the one before it is gone; who goes away ends it. What fails by then cuts the file off, and is logged. */
const streamOf = (pieces: AsyncGenerator<string>, log: Runtime["log"]): ReadableStream<Uint8Array> => {
  const encoder = new TextEncoder();
  return new ReadableStream({
    pull: async (controller) => {
      try {
        const { done, value } = await pieces.next();
        if (done) controller.close();
        else controller.enqueue(encoder.encode(value));
      } catch (error) {
        controller.error(asFailure(error, log));
      }
    },
    cancel: async () => {
      await pieces.return(undefined);
    },
  });
};

const answerWithFile = (
  { produces }: Route,
  { name, pieces, type = String(produces) }: Download,
  log: Runtime["log"],
): Response => {
  const headers = {
    ...API_HEADERS,
    "content-type": `${type}; charset=utf-8`,
    "content-disposition": `attachment; filename="${name}"`,
  };
  return new Response(streamOf(pieces, log), { headers });
};

/**
 * A route handler for a route of the contract: who asks, how often, what exactly; then the use case; then its answer
 * or its refusal. The handler itself stays a sentence.
 */
export const handle =
  <Name extends RouteName>(
    name: Name,
    run: (call: Call<Name>) => Promise<RouteOutput<Name> | Reply<RouteOutput<Name>> | Download>,
  ) =>
  async (request: Request, context: Context): Promise<Response> => {
    const built = runtime();
    const route: Route & (typeof routes)[Name] = routes[name];
    try {
      const { actor, address, params, query } = await enter(name, request, (await context.params) ?? {}, built);
      const body = parseInput(route.body, await bodyOf(request, route));
      const answer = await run({ actor, params, query, body, services: built.services, address } as Call<Name>);
      if (answer instanceof Download) return answerWithFile(route, answer, built.log);
      const { status, data } = answer instanceof Reply ? answer : reply(route.statuses[0], answer);
      return answerWith(route, status, data);
    } catch (error) {
      return refuse(asFailure(error, built.log));
    }
  };

/** What every path below /api that is no route answers. */
export const unknownRoute = (): Response => refuse(fail("not_found"));
