import { v7 } from "uuid";
import { limits } from "#lib/contract/limits.ts";
import type { Route } from "#lib/contract/routes/route.ts";
import { type RouteName, routes } from "#lib/contract/routes.ts";

export const ROUTES = Object.keys(routes) as RouteName[];

/** The method and the address of a route, with `id` in the place of its parameter, and that of a message or a person where it names one. */
export const addressOf = (
  name: RouteName,
  id: string,
  messageId: string = v7(),
  userId: string = v7(),
): { method: string; path: string } => {
  const [method = "", path = ""] = name.split(" ");
  return {
    method,
    path: path.replace("{id}", id).replace("{messageId}", messageId).replace("{userId}", userId).replace("{pictureId}", v7()),
  };
};

/** The largest body that a route takes, in bytes. */
export const largestBody = (name: RouteName): number => {
  const route: Route = routes[name];
  return route.upload?.maxBytes ?? limits.packetBytes;
};

export const takesBody = (name: RouteName): boolean =>
  !name.startsWith("GET ") && !name.startsWith("DELETE ") && !("ignoresBody" in routes[name]);
