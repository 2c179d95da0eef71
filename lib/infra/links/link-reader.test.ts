import type { ServerResponse } from "node:http";
import zlib from "node:zlib";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { boundedGet } from "./bounded-get.ts";
import { createLinkReader } from "./link-reader.ts";
import { HOSTILE } from "./testing/hostile-addresses.ts";
import { startSmallWeb } from "./testing/small-web.ts";

type Web = Awaited<ReturnType<typeof startSmallWeb>>;
let web: Web;

beforeAll(async () => {
  web = await startSmallWeb();
});
afterAll(() => web.stop());
afterEach(() => {
  expect(web.connections.within).toBe(0);
});

const reader = (patienceMs = 5_000) => createLinkReader({ origin: "https://uninest.example", net: web.net, patienceMs });
const reads = (path: string, patienceMs?: number) => reader(patienceMs).read(web.origin + path);
const allClosed = () => expect.poll(() => web.open.size).toBe(0);
const MB = 1024 * 1024;

test("reads what a page says of itself, and its picture; who asks is nobody in particular", async () => {
  const picture = Buffer.from("a picture");
  web.shows("/room.png", (_, response) => response.writeHead(200, { "content-type": "image/png" }).end(picture));
  web.html("/room", "<title>A room</title><meta property=og:site_name content=Rook><meta property=og:image content=room.png>");
  const seen = web.asked.length;
  expect(await reads("/room")).toEqual({ title: "A room", description: "", siteName: "Rook", picture });
  const [page] = web.asked.slice(seen);
  expect(page?.headers).toEqual({
    host: new URL(web.origin).host,
    accept: "text/html",
    "accept-encoding": "gzip",
    "user-agent": "UniNest-Preview/1.0 (+https://uninest.example)",
    connection: "close",
  });
});

test.each([301, 302, 303, 307, 308])(
  "follows a %s to a public page, with nothing it was given on the way, and none within",
  async (status) => {
    web.html("/end", "<title>The end</title>");
    web.shows("/cookies", (_, response) => response.writeHead(status, { location: "/end", "set-cookie": "a=b" }).end());
    expect(await reads("/cookies")).toMatchObject({ title: "The end" });
    expect(web.asked.at(-1)?.headers.cookie).toBeUndefined();
    web.redirects("/inwards", `http://127.0.0.1:${web.innerPort}/`, status);
    expect(await reads("/inwards")).toBeUndefined();
  },
);

test("follows three redirects and no fourth, and none that go round", async () => {
  for (const step of [0, 1, 2, 3]) web.redirects(`/step${step}`, `/step${step + 1}`);
  web.html("/step4", "<title>There</title>");
  expect(await reads("/step1")).toMatchObject({ title: "There" });
  expect(await reads("/step0")).toBeUndefined();
  web.redirects("/round", "/round");
  expect(await reads("/round")).toBeUndefined();
});

test("no hostile address is ever asked: not as a link, not after a redirect, not as a picture", async () => {
  const hostile = HOSTILE.map((text) => text.replace("PORT", String(web.innerPort)));
  for (const [index, text] of hostile.entries()) {
    expect(await reader().read(text), text).toBeUndefined();
    if (!/[^\x20-\x7e]/.test(text)) web.redirects(`/to${index}`, text);
    web.html(`/pictured${index}`, `<title>A page</title><meta property="og:image" content="${text}">`);
    const isSame = text.startsWith("about:") || text === "http://?";
    const after = await reads(`/to${index}`);
    if (!isSame) expect(after, text).toBeUndefined();
    expect(await reads(`/pictured${index}`), text).toMatchObject({ title: "A page", picture: null });
  }
});

test("a name that leads to the public net first and within afterwards is asked once, at the number that was judged", async () => {
  web.names("turns.site.org", [web.PUBLIC], ["127.0.0.1"]);
  const { port } = new URL(web.origin);
  web.html("/turns", `<title>Once</title><meta property=og:image content="http://turns.site.org:${web.innerPort}/a.png">`);
  const seen = web.lookups.length;
  expect(await reader().read(`http://turns.site.org:${port}/turns`)).toMatchObject({ title: "Once", picture: null });
  expect(web.lookups.slice(seen)).toEqual(["turns.site.org", "turns.site.org"]);
  expect(await reader().read(`http://turns.site.org:${web.innerPort}/turns`)).toBeUndefined();
  web.names("both.site.org", [web.PUBLIC, "127.0.0.1"]);
  expect(await reader().read(`http://both.site.org:${port}/turns`)).toBeUndefined();
});

test("neither what a page does nor where it sends people is followed", async () => {
  const within = `http://127.0.0.1:${web.innerPort}/`;
  web.html(
    "/sends",
    `<title>Here</title><meta http-equiv=refresh content="0;url=${within}"><script>location="${within}"</script>
      <link rel=stylesheet href="${within}"><base href="${within}"><iframe src="${within}">`,
  );
  const seen = web.asked.length;
  expect(await reads("/sends")).toMatchObject({ title: "Here", picture: null });
  expect(web.asked.length).toBe(seen + 1);
});

test.each(["text/plain", "application/json", "image/svg+xml", "text/htmlx", ""])(
  "reads no page of the type '%s'",
  async (type) => {
    web.shows("/typed", (_, response) => response.writeHead(200, { "content-type": type }).end("<title>no</title>"));
    expect(await reads("/typed")).toBeUndefined();
  },
);

test.each([204, 206, 304, 401, 404, 500])("reads no page that comes as a %s", async (status) => {
  web.shows("/status", (_, response) => response.writeHead(status, { "content-type": "text/html" }).end("<title>no</title>"));
  expect(await reads("/status")).toBeUndefined();
});

test("of a picture that is too large, or none, nothing is kept", async () => {
  web.html("/large", "<title>Large</title><meta property=og:image content=/large.png>");
  web.shows("/large.png", (_, response) => response.writeHead(200, { "content-type": "image/png" }).end(Buffer.alloc(MB)));
  expect(await reads("/large")).toMatchObject({ title: "Large", picture: null });
  web.shows("/large.png", (_, response) => response.writeHead(200, { "content-type": "image/svg+xml" }).end("<svg/>"));
  expect(await reads("/large")).toMatchObject({ title: "Large", picture: null });
});

const endless = (response: ServerResponse, chunk: Buffer): void => {
  response.on("error", () => undefined);
  const more = (): void => {
    while (!response.destroyed && response.write(chunk));
    if (!response.destroyed) response.once("drain", more);
  };
  more();
};

test("a page that never ends is read as far as half a megabyte, and left", async () => {
  web.shows("/endless", (_, response) => {
    response.writeHead(200, { "content-type": "text/html" }).write("<title>On and on</title>");
    endless(response, Buffer.alloc(16_384, "a"));
  });
  expect(await reads("/endless")).toMatchObject({ title: "On and on" });
  await allClosed();
  expect(web.asked.at(-1)?.socket.bytesWritten).toBeLessThan(16 * MB);
});

test("of a gigabyte packed into one, half a megabyte is unpacked", async () => {
  const bomb = zlib.gzipSync(Buffer.concat([Buffer.from("<title>Boom</title>"), Buffer.alloc(64 * MB)]));
  web.shows("/bomb", (_, response) => {
    response.writeHead(200, { "content-type": "text/html", "content-encoding": "gzip" });
    response.write(bomb);
    endless(response, bomb);
  });
  const wish = { net: web.net, accepts: /html/, accept: "text/html", most: MB / 2, agent: "a test" };
  const answer = await boundedGet(`${web.origin}/bomb`, { ...wish, signal: AbortSignal.timeout(5_000) });
  expect([answer.body.length, answer.isCut]).toEqual([MB / 2, true]);
  expect(await reads("/bomb")).toMatchObject({ title: "Boom" });
  await allClosed();
});

test("packed nothing without an end, and what is packed in a way that nobody asked for, come to nothing", async () => {
  const empty = zlib.gzipSync(Buffer.alloc(0));
  web.shows("/empty", (_, response) => {
    response.writeHead(200, { "content-type": "text/html", "content-encoding": "gzip" });
    endless(response, Buffer.concat(Array.from({ length: 1_000 }, () => empty)));
  });
  expect(await reads("/empty")).toBeUndefined();
  const brotli = zlib.brotliCompressSync("<title>no</title>");
  web.shows("/brotli", (_, response) =>
    response.writeHead(200, { "content-type": "text/html", "content-encoding": "br" }).end(brotli),
  );
  expect(await reads("/brotli")).toBeUndefined();
  await allClosed();
});

test("what is slow is left when its time is over: a name, a head, a body, a picture", async () => {
  const trickle = (response: ServerResponse): void => {
    response.writeHead(200, { "content-type": "text/html" });
    const drop = setInterval(() => response.write("<"), 20);
    response.on("close", () => clearInterval(drop));
  };
  web.shows("/slow-head", () => undefined);
  web.shows("/slow-body", (_, response) => trickle(response));
  web.html("/slow-picture", "<title>In time</title><meta property=og:image content=/slow-head>");
  const startedAt = performance.now();
  expect(await reads("/slow-head", 150)).toBeUndefined();
  expect(await reads("/slow-body", 150)).toBeUndefined();
  expect(await reads("/slow-picture", 150)).toMatchObject({ title: "In time", picture: null });
  const slowNames = { ...web.net, resolve: () => new Promise<string[]>(() => undefined) };
  const stuck = createLinkReader({ origin: "https://uninest.example", net: slowNames, patienceMs: 150 });
  expect(await stuck.read(web.origin)).toBeUndefined();
  expect(performance.now() - startedAt).toBeLessThan(5_000);
  await allClosed();
});

test("a head without an end is no page", async () => {
  web.shows("/head", (_, response) => {
    response.writeHead(200, { "content-type": "text/html", "x-more": "a".repeat(40_000) }).end("<title>no</title>");
  });
  expect(await reads("/head")).toBeUndefined();
  await allClosed();
});
