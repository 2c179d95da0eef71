import { type RouteName, routes } from "#lib/contract/routes.ts";

export const ROUTES = Object.keys(routes) as RouteName[];

/** The method and the address of a route, with `id` in the place of its parameter. */
export const addressOf = (name: RouteName, id: string): { method: string; path: string } => {
  const [method = "", path = ""] = name.split(" ");
  return { method, path: path.replace("{id}", id) };
};

export const takesBody = (name: RouteName): boolean => !name.startsWith("GET ") && !name.startsWith("DELETE ");
