import { AsyncResource } from "node:async_hooks";
import type { IncomingMessage, ServerResponse } from "node:http";
import { type LabelsOf, metrics as named } from "#lib/contract/metrics.ts";
import { routes } from "#lib/contract/routes.ts";
import type { Log, Metrics, Span, Tracer } from "#lib/domain/ports.ts";

type Labels = LabelsOf<"uninest_http_requests_total">;
type Kind = LabelsOf<"uninest_http_seconds">["kind"];

const FILES = /^\/(_next\/static|photos)\/|\.[a-z0-9]+$/;
const METHODS = new Set<string>(named.uninest_http_requests_total.labels.method);

const templates = [...new Set(Object.keys(routes).map((name) => name.slice(name.indexOf(" ") + 1)))].map((template) => ({
  template,
  parts: template.split("/"),
}));

/** What stands in a template stands for itself: those with the fewest parameters come first. */
const parameters = ({ parts }: { parts: string[] }): number => parts.filter((part) => part.startsWith("{")).length;
templates.sort((one, other) => parameters(one) - parameters(other));

const templateOf = (path: string): string | undefined => {
  const parts = path.split("/");
  const fits = (wanted: string[]): boolean =>
    wanted.length === parts.length && wanted.every((part, index) => part.startsWith("{") || part === parts[index]);
  return templates.find((one) => fits(one.parts))?.template;
};

const kindOf = (path: string): Kind => {
  if (path.startsWith("/api/auth/")) return "sign-in";
  if (path.startsWith("/api/")) return "api";
  return FILES.test(path) ? "file" : "page";
};

/** What a request is counted as: never by its address, which holds ids and whatever somebody makes up. */
export const placeOf = (url: string): { route: string; kind: Kind } => {
  const path = url.split("?", 1)[0] ?? "";
  const kind = kindOf(path);
  return { route: (kind === "api" ? templateOf(path) : undefined) ?? kind, kind };
};

type Deps = { metrics: Metrics; tracer: Tracer; log: Log };

/** Counts, times and traces every request, whatever becomes of it, and tells the log. */
export const createHttpMeter =
  ({ metrics, tracer, log }: Deps) =>
  ({ url = "", method: written = "" }: IncomingMessage, response: ServerResponse, respond: () => void): void => {
    const { route, kind } = placeOf(url);
    const method = METHODS.has(written) ? written : "other";
    const came = performance.now();
    const watch = (span: Span): void => {
      // It may be the connection that closes it, which knows nothing of this request: the line belongs to it all the same.
      const isOver = AsyncResource.bind(() => {
        const labels = { route, method, status: String(response.statusCode) };
        metrics.count("uninest_http_requests_total", labels as Labels);
        const ms = performance.now() - came;
        metrics.observe("uninest_http_seconds", ms / 1_000, { kind });
        log.debug({ ...labels, ms: Math.round(ms) }, "a request is over");
        span.end({ "http.response.status_code": response.statusCode }, response.statusCode >= 500);
      });
      response.once("close", isOver);
    };
    tracer.begin(`${method} ${route}`, (span) => {
      watch(span);
      respond();
    });
  };
