import http from "node:http";

/** What servers of tests take for a name that leads to this machine. */
export const SITE = "rooms.site.org";

type Page = { type: string; body: string | Buffer };

/** A site of pages on this machine, which counts how often each is asked for. */
export const startSite = async () => {
  const pages = new Map<string, Page>();
  const asked: string[] = [];
  const server = http.createServer(({ url = "" }, response) => {
    asked.push(url);
    const page = pages.get(url);
    if (page) response.writeHead(200, { "content-type": page.type }).end(page.body);
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const origin = `http://${SITE}:${typeof address === "object" && address ? address.port : 0}`;
  return {
    /** The address of a page with this head. */
    shows: (path: string, head: string): string => {
      pages.set(path, { type: "text/html; charset=utf-8", body: `<!doctype html><head>${head}</head><body>A page</body>` });
      return origin + path;
    },
    pictures: (path: string, body: Buffer): void => void pages.set(path, { type: "image/jpeg", body }),
    /** Where nothing is. */
    nowhere: (path: string): string => origin + path,
    timesAsked: (path: string): number => asked.filter((url) => url === path).length,
    stop: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
};
