import http from "node:http";
import net from "node:net";
import { isPublicAddress } from "../../public-address.ts";
import type { Net } from "../link-guard.ts";

/** Another address of this machine, which here stands for the public net. */
const PUBLIC = "127.0.0.2";

type Page = (request: http.IncomingMessage, response: http.ServerResponse) => void;

const listen = (server: net.Server, host: string, port = 0): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => {
      const address = server.address();
      resolve(typeof address === "object" && address ? address.port : 0);
    });
  });

/** One server on what stands for the public net, whose name is `public.site.org`, and one within, which nobody must connect to. */
export const startSmallWeb = async () => {
  const pages = new Map<string, Page>();
  const asked: http.IncomingMessage[] = [];
  const open = new Set<net.Socket>();
  const site = http.createServer((request, response) => {
    asked.push(request);
    const page = pages.get(request.url ?? "");
    if (page) page(request, response);
    else response.writeHead(404, { "content-type": "text/html" }).end("<title>nothing here</title>");
  });
  site.on("connection", (socket) => {
    open.add(socket);
    socket.on("error", () => undefined);
    socket.once("close", () => open.delete(socket));
  });
  const port = await listen(site, PUBLIC);
  const connections = { within: 0 };
  const within = net.createServer((socket) => {
    connections.within += 1;
    socket.destroy();
  });
  const innerPort = await listen(within, "127.0.0.1");
  const alsoWithin = net.createServer((socket) => {
    connections.within += 1;
    socket.destroy();
  });
  await listen(alsoWithin, "::1", innerPort).catch(() => 0);
  const lookups: string[] = [];
  const answers = new Map<string, string[][]>();

  const resolve = async (host: string): Promise<string[]> => {
    lookups.push(host);
    const given = answers.get(host);
    return (given && given.length > 1 ? given.shift() : given?.[0]) ?? [PUBLIC];
  };

  return {
    origin: `http://public.site.org:${port}`,
    innerPort,
    PUBLIC,
    connections,
    /** What the site was asked for, and which names were looked up, in their order. */
    asked,
    lookups,
    /** Connections to the site that stand. */
    open,
    net: { resolve, isOpen: (address) => address === PUBLIC || isPublicAddress(address), isPort: () => true } satisfies Net,
    shows: (path: string, page: Page): void => void pages.set(path, page),
    html: (path: string, text: string): void =>
      void pages.set(path, (_, response) => response.writeHead(200, { "content-type": "text/html; charset=utf-8" }).end(text)),
    redirects: (path: string, to: string, status = 302): void =>
      void pages.set(path, (_, response) => response.writeHead(status, { location: to }).end()),
    /** A name leads to these addresses, one list for each look, the last of them for ever. */
    names: (host: string, ...lists: string[][]): void => void answers.set(host, lists),
    stop: async (): Promise<void> => {
      for (const socket of open) socket.destroy();
      await Promise.all([site, within, alsoWithin].map((one) => new Promise((done) => one.close(done))));
    },
  };
};
