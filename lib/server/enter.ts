import type * as z from "zod";
import type { Route } from "#lib/contract/routes/route.ts";
import { type RouteName, routes } from "#lib/contract/routes.ts";
import type { Actor } from "#lib/domain/actor.ts";
import { fail } from "#lib/domain/fail.ts";
import { ADDRESS_HEADER } from "./client-address.ts";
import { parseInput } from "./failures.ts";
import { assertOperator } from "./operator.ts";
import type { Runtime } from "./runtime.ts";

const SAFE_METHODS = new Set(["GET", "HEAD"]);
/** A request, as far as it says who asks for what. */
export type Asking = Pick<Request, "method" | "headers" | "url">;

const BEARER = /^Bearer (.+)$/i;

/** A cookie travels by itself, so a page of somebody else's could ride on it: what changes something must come from our own. */
const assertOwnPage = (request: Asking, { origins }: Runtime): void => {
  if (SAFE_METHODS.has(request.method)) return;
  const origin = request.headers.get("origin");
  const isOwn = origin === null ? request.headers.get("sec-fetch-site") === "same-origin" : origins.has(origin);
  if (!isOwn) throw fail("forbidden", { message: "This request does not come from one of our pages." });
};

/** Who asks, or nobody. @throws {Failure} forbidden for a cookie that comes from a page of somebody else's */
const identify = async (request: Asking, built: Runtime): Promise<Actor | undefined> => {
  const authorization = request.headers.get("authorization");
  if (authorization !== null) return (await built.identity.fromToken(BEARER.exec(authorization)?.[1] ?? ""))?.actor;
  const actor = await built.identity.fromCookies(request.headers.get("cookie"));
  if (actor) assertOwnPage(request, built);
  return actor;
};

/** A parameter given twice becomes a list, which no schema takes: nobody may hope that we read the other one. */
const queryOf = (url: string): Record<string, string | string[]> => {
  const { searchParams } = new URL(url);
  return Object.fromEntries(
    [...new Set(searchParams.keys())].map((key) => {
      const values = searchParams.getAll(key);
      return [key, values.length === 1 ? (values[0] ?? "") : values];
    }),
  );
};

type Part<Name extends RouteName, Key extends "params" | "query"> = z.output<(typeof routes)[Name][Key]>;
type Entered<Name extends RouteName> = {
  actor: Actor | undefined;
  address: string;
  params: Part<Name, "params">;
  query: Part<Name, "query">;
};

/** What every door asks of who comes for a route: who it is, how often, for what exactly. @throws {Failure} */
export const enter = async <Name extends RouteName>(
  name: Name,
  request: Asking,
  params: unknown,
  built: Runtime,
): Promise<Entered<Name>> => {
  const route: Route = routes[name];
  if (route.access === "operator") assertOperator(request.headers, built.metricsToken);
  const actor = route.access === "operator" ? undefined : await identify(request, built);
  if (route.access === "session" && !actor) throw fail("unauthenticated");
  const address = request.headers.get(ADDRESS_HEADER) ?? "unknown";
  await built.limits.take(route.rate, actor ? `user ${actor.userId}` : `address ${address}`);
  return {
    actor,
    address,
    params: parseInput(route.params, params) as Part<Name, "params">,
    query: parseInput(route.query, queryOf(request.url)) as Part<Name, "query">,
  };
};
