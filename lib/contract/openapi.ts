import type * as z from "zod";
import { type ErrorCode, errorCodes } from "./errors.ts";
import { type JsonSchema, toJsonSchema } from "./json-schema.ts";
import { rates } from "./limits.ts";
import type { Route } from "./routes/route.ts";
import { routes } from "./routes.ts";

/** What every route can answer, whatever it does. */
const ALWAYS: ErrorCode[] = ["validation_failed", "rate_limited", "unavailable", "internal"];

const parametersOf = (zodSchema: z.ZodType, place: "path" | "query") => {
  const { properties = {}, required = [] } = toJsonSchema(zodSchema, place === "path" ? "input" : "output").schema;
  // Defaults make a field of the output required, and of the query optional.
  const isRequired = (name: string, property: unknown) => place === "path" || (required.includes(name) && !hasDefault(property));
  return Object.entries(properties).map(([name, property]) => ({
    name,
    in: place,
    required: isRequired(name, property),
    schema: property,
  }));
};

const hasDefault = (property: unknown): boolean => typeof property === "object" && property !== null && "default" in property;

const isEmpty = ({ type, properties = {} }: JsonSchema): boolean => type === "object" && Object.keys(properties).length === 0;

const FILE = { schema: { type: "string", format: "binary" } };
const PICTURES = ["image/jpeg", "image/png", "image/webp"];
const filesOf = (types: readonly string[]) => Object.fromEntries(types.map((type) => [type, FILE]));

const bodyOf = (route: Route) => {
  if (route.upload) return { requestBody: { required: true, content: filesOf(route.upload.types ?? PICTURES) } };
  const { schema } = toJsonSchema(route.body, "input");
  return isEmpty(schema) ? {} : { requestBody: { required: true, content: { "application/json": { schema } } } };
};

const goodAnswers = (route: Route) => {
  const { schema } = toJsonSchema(route.output, "output");
  const content = Object.fromEntries([route.produces ?? "application/json"].flat().map((type) => [type, { schema }]));
  return route.statuses.map((status) => [
    status,
    status === 204 || status === 304 ? { description: "Done." } : { description: route.summary, content },
  ]);
};

const refusals = (codes: readonly ErrorCode[]) => {
  const statuses = new Map<number, ErrorCode[]>();
  for (const code of [...codes, ...ALWAYS]) {
    const { status } = errorCodes[code];
    statuses.set(status, [...(statuses.get(status) ?? []), code]);
  }
  const content = { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } };
  return [...statuses].map(([status, names]) => [status, { description: names.join(", "), content }]);
};

const waysIn = { session: [{ bearer: [] }, { cookie: [] }], operator: [{ operator: [] }], open: [] };

const operationOf = (route: Route) => ({
  summary: route.summary,
  description: `At most ${rates[route.rate].points} in ${rates[route.rate].seconds} seconds.`,
  security: waysIn[route.access],
  parameters: [...parametersOf(route.params, "path"), ...parametersOf(route.query, "query")],
  ...bodyOf(route),
  responses: Object.fromEntries([...goodAnswers(route), ...refusals(route.codes)]),
});

/** RFC 9457, with the code of the closed list. */
const Problem = {
  type: "object",
  required: ["type", "status", "title", "detail", "code"],
  properties: {
    type: { type: "string" },
    status: { type: "integer" },
    title: { type: "string" },
    detail: { type: "string" },
    code: { enum: Object.keys(errorCodes) },
    retryAfterMs: { type: "integer" },
    issues: { type: "array", items: { type: "object" } },
    details: {},
  },
};

const shapesOf = () => Object.assign({}, ...Object.values(routes).map((route) => toJsonSchema(route.output, "output").shapes));

const pathsOf = () => {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const [name, route] of Object.entries(routes)) {
    const [method = "", path = ""] = name.split(" ");
    paths[path] = { ...paths[path], [method.toLowerCase()]: operationOf(route) };
  }
  return paths;
};

/** Named shapes stand where OpenAPI looks for them. */
const withOwnReferences = <Document>(document: Document): Document =>
  JSON.parse(JSON.stringify(document).replaceAll("#/$defs/", "#/components/schemas/"));

/** The description of the HTTP API, derived from the contract that the doors check against. */
export const openApiDocument = () =>
  withOwnReferences({
    openapi: "3.1.0",
    info: {
      title: "UniNest",
      version: "1",
      description: "The HTTP half of UniNest's wire. The events of the socket are in docs/events.md.",
      license: { name: "MIT" },
    },
    paths: pathsOf(),
    components: {
      schemas: { Problem, ...shapesOf() },
      securitySchemes: {
        bearer: { type: "http", scheme: "bearer" },
        operator: { type: "http", scheme: "bearer", description: "METRICS_TOKEN; from the machine itself nothing is asked for." },
        cookie: { type: "apiKey", in: "cookie", name: "next-auth.session-token" },
      },
    },
  });
