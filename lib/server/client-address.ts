import type { IncomingMessage } from "node:http";

/** The header that carries the address from server.ts to the route handlers; what a client sends under that name is dropped. */
export const ADDRESS_HEADER = "x-uninest-address";

/**
 * Where a request came from. `X-Forwarded-For` counts only as far as our own proxies wrote it: the last
 * `trustedProxies` entries; before them anybody may have written anything.
 */
export const clientAddress = (request: Pick<IncomingMessage, "headers" | "socket">, trustedProxies: number): string => {
  const direct = request.socket.remoteAddress ?? "unknown";
  if (trustedProxies === 0) return direct;
  const header = request.headers["x-forwarded-for"];
  const hops = [header ?? []]
    .flat()
    .join(",")
    .split(",")
    .map((hop) => hop.trim())
    .filter(Boolean);
  return hops.at(-trustedProxies) ?? direct;
};
