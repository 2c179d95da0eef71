import { type ErrorCode, errorCodes, type WireError } from "#lib/contract/errors.ts";
import type { RouteName, RouteOutput, RouteRequest } from "#lib/contract/routes.ts";

/** One part of a request that the server did not accept; `path` as in `email` or `body.email`. */
export type Issue = { path: string; message: string };

type Given = { message?: string; retryAfterMs?: number; issues?: Issue[]; details?: unknown; cause?: unknown };

/** A refused or failed request. A network that failed is `unavailable`. */
export class ApiError extends Error implements WireError {
  readonly code: ErrorCode;
  readonly retryable: boolean;
  readonly retryAfterMs?: number;
  readonly issues: readonly Issue[];
  /** What the refusal says beside its code; each reader looks at it anew. */
  readonly details: unknown;

  constructor(code: ErrorCode, given: Given = {}) {
    super(given.message ?? code, { cause: given.cause });
    this.name = "ApiError";
    this.code = code;
    this.retryable = errorCodes[code].retryable;
    this.issues = given.issues ?? [];
    this.details = given.details;
    if (given.retryAfterMs !== undefined) this.retryAfterMs = given.retryAfterMs;
  }
}

/** Any thrown thing as an ApiError, so that a page can show it by its code. */
export const asApiError = (thrown: unknown): ApiError =>
  thrown instanceof ApiError ? thrown : new ApiError("internal", { cause: thrown });

type Optional<Key extends string, Value> = Record<never, never> extends Value ? { [K in Key]?: Value } : { [K in Key]: Value };

/** `params`, `query` and `body` as the contract asks for them; those that may be empty may be left out. */
export type CallRequest<Name extends RouteName> = Optional<"params", RouteRequest<Name>["params"]> &
  Optional<"query", RouteRequest<Name>["query"]> &
  Optional<"body", RouteRequest<Name>["body"]> & { signal?: AbortSignal };

type Parts = { params?: object; query?: object; body?: object; signal?: AbortSignal };

const fillPath = (path: string, params: object = {}) => {
  const given = new Map(Object.entries(params));
  return path.replace(/\{(\w+)\}/g, (_, key: string) => encodeURIComponent(String(given.get(key))));
};

const queryString = (query: object = {}) => {
  const present = Object.entries(query).filter(([, value]) => value !== undefined && value !== null);
  const text = new URLSearchParams(present.map(([key, value]) => [key, String(value)])).toString();
  return text && `?${text}`;
};

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null;
const isCode = (value: unknown): value is ErrorCode => typeof value === "string" && Object.hasOwn(errorCodes, value);
const isIssue = (value: unknown): value is Issue =>
  isRecord(value) && typeof value.path === "string" && typeof value.message === "string";

/** What a proxy in between may answer with instead of a problem document. */
export const codeOfStatus = (status: number): ErrorCode => {
  if (status === 429) return "rate_limited";
  if (status >= 502 && status <= 504) return "unavailable";
  const [code] = Object.entries(errorCodes).find(([, refusal]) => refusal.status === status) ?? [];
  return isCode(code) ? code : "internal";
};

const readJson = async (response: Response): Promise<unknown> => {
  const text = await response.text();
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

const waitOf = (problem: Record<string, unknown>, response: Response) => {
  if (typeof problem.retryAfterMs === "number") return { retryAfterMs: problem.retryAfterMs };
  const seconds = Number.parseInt(response.headers.get("retry-after") ?? "", 10);
  return Number.isNaN(seconds) ? {} : { retryAfterMs: seconds * 1000 };
};

const refusal = async (response: Response) => {
  const body = await readJson(response);
  const problem = isRecord(body) ? body : {};
  const { code, detail, issues, details } = problem;
  return new ApiError(isCode(code) ? code : codeOfStatus(response.status), {
    ...(typeof detail === "string" ? { message: detail } : {}),
    ...waitOf(problem, response),
    issues: Array.isArray(issues) ? issues.filter(isIssue) : [],
    details,
  });
};

/** A request that got no answer is `unavailable`; one that the caller gave up stays its own AbortError. */
export const reach = async (url: string, init: RequestInit): Promise<Response> => {
  try {
    return await fetch(url, { credentials: "same-origin", ...init });
  } catch (cause) {
    if (init.signal?.aborted) throw cause;
    throw new ApiError("unavailable", { cause });
  }
};

const requestOf = (method: string, { body, signal }: Parts): RequestInit => ({
  method,
  // What is taken away as somebody leaves the page must arrive all the same; it carries no body that could be too large for it.
  keepalive: method === "DELETE",
  headers: { accept: "application/json", ...(body ? { "content-type": "application/json" } : {}) },
  ...(body ? { body: JSON.stringify(body) } : {}),
  ...(signal ? { signal } : {}),
});

/** What was answered, as data. @throws ApiError with the code of a refusal */
export const answerOf = async (response: Response): Promise<unknown> => {
  if (!response.ok) throw await refusal(response);
  if (response.status === 204) return {};
  const answer = await readJson(response);
  if (answer === undefined) throw new ApiError("internal", { message: "The answer is no JSON." });
  return answer;
};

/** Calls against an origin; the empty one is the page's own. */
export const createCall =
  (origin = "") =>
  async <Name extends RouteName>(name: Name, request: CallRequest<Name>): Promise<RouteOutput<Name>> => {
    const parts: Parts = request;
    const space = name.indexOf(" ");
    const path = fillPath(name.slice(space + 1), parts.params) + queryString(parts.query);
    const response = await reach(origin + path, requestOf(name.slice(0, space), parts));
    return (await answerOf(response)) as RouteOutput<Name>;
  };

/**
 * Asks the server by the name of a route of the contract.
 * @throws ApiError with the code of the refusal; AbortError when the signal is raised.
 */
export const call = createCall();
