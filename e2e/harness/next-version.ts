import http from "node:http";

/**
 * Stands before a server and, once told, serves the worker of another build: what a browser finds after a new version was put
 * there. Only for pages that change nothing, since it has an address of its own.
 */
export const createNextVersion = async (baseUrl: string) => {
  let build: string | undefined;
  const server = http.createServer((request, response) => {
    const { "accept-encoding": _, ...headers } = request.headers;
    const path = request.url ?? "/";
    const asked = http.request(new URL(path, baseUrl), { method: request.method ?? "GET", headers }, async (answer) => {
      const { "content-length": __, ...given } = answer.headers;
      response.writeHead(answer.statusCode ?? 500, given);
      if (path !== "/sw.js" || build === undefined) {
        answer.pipe(response);
        return;
      }
      const chunks: Buffer[] = [];
      for await (const chunk of answer) chunks.push(chunk);
      response.end(
        Buffer.concat(chunks)
          .toString()
          .replace(/const BUILD = "[^"]*"/, `const BUILD = "${build}"`),
      );
    });
    asked.on("error", () => response.destroy());
    request.pipe(asked);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the next version has no port");
  return {
    baseUrl: `http://localhost:${address.port}`,
    comesOut: (name: string): void => {
      build = name;
    },
    close: (): void => {
      server.close();
      server.closeAllConnections();
    },
  };
};
