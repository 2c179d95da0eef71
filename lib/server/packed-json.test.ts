import http, { type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { afterEach, expect, test } from "vitest";
import { packJson } from "./packed-json.ts";

const LONG = JSON.stringify({ said: "Is the room still free? ".repeat(100) });
const JSON_HEAD = { "content-type": "application/json", "cache-control": "no-store" };

const servers: http.Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

/** As Next answers: its headers first, then piece by piece. */
const inPieces = (response: ServerResponse, text: string): void => {
  response.flushHeaders();
  for (let at = 0; at < text.length; at += 1_000) response.write(text.slice(at, at + 1_000));
  response.end();
};

type Answer = (response: ServerResponse) => void;
const json =
  (text: string, status = 200): Answer =>
  (response) => {
    response.statusCode = status;
    for (const [name, value] of Object.entries(JSON_HEAD)) response.setHeader(name, value);
    inPieces(response, text);
  };

/** Resolves to what comes over the line for somebody who asks with these headers. */
const asks = async (headers: Record<string, string>, answer: Answer = json(LONG), method = "GET") => {
  const server = http.createServer((request, response) => {
    packJson(request, response);
    answer(response);
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const response = await new Promise<IncomingMessage>((resolve, reject) =>
    http.request({ port, headers, method, host: "127.0.0.1" }, resolve).once("error", reject).end(),
  );
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(chunk);
  return { head: response.headers, status: response.statusCode, bytes: Buffer.concat(chunks) };
};

test("a browser gets Brotli, an older client gzip, and both read the same", async () => {
  const browser = await asks({ "accept-encoding": "gzip, deflate, br, zstd" });
  expect(browser.head).toMatchObject({ ...JSON_HEAD, "content-encoding": "br", vary: "accept-encoding" });
  expect(brotliDecompressSync(browser.bytes).toString()).toBe(LONG);
  expect(browser.bytes.length).toBeLessThan(200);
  const older = await asks({ "accept-encoding": "gzip;q=0.8, br;q=0" });
  expect(older.head["content-encoding"]).toBe("gzip");
  expect(gunzipSync(older.bytes).toString()).toBe(LONG);
});

test("a refusal keeps its status, and what says all at once is packed too", async () => {
  const refused = await asks({ "accept-encoding": "br" }, (response) =>
    response.writeHead(422, { "content-type": "application/problem+json", "x-more": "1" }).end(LONG),
  );
  expect([refused.status, refused.head["x-more"], refused.head["content-encoding"]]).toEqual([422, "1", "br"]);
  expect(brotliDecompressSync(refused.bytes).toString()).toBe(LONG);
});

const text: Answer = (response) => {
  response.setHeader("content-type", "text/plain");
  inPieces(response, LONG);
};
const file: Answer = (response) => {
  response.setHeader("content-disposition", "attachment");
  json(LONG)(response);
};

test.each<[string, Record<string, string>, Answer, string]>([
  ["who cannot unpack it", {}, json(LONG), LONG],
  ["who does not want it", { "accept-encoding": "identity, br;q=0.0" }, json(LONG), LONG],
  ["what is short", { "accept-encoding": "br" }, json("{}"), "{}"],
  ["a file", { "accept-encoding": "br" }, file, LONG],
  ["a text, which Next packs", { "accept-encoding": "br" }, text, LONG],
  ["who is sent here by another site", { "accept-encoding": "br", "sec-fetch-site": "cross-site" }, json(LONG), LONG],
  ["who is sent here by a neighbour", { "accept-encoding": "br", "sec-fetch-site": "same-site" }, json(LONG), LONG],
])("stays as it is: %s", async (_, headers, answer, expected) => {
  const { head, bytes } = await asks(headers, answer);
  expect(head["content-encoding"]).toBeUndefined();
  expect(bytes.toString()).toBe(expected);
});

test("whoever asks for the head alone gets nothing but it", async () => {
  const { status, bytes } = await asks({ "accept-encoding": "br" }, json(LONG), "HEAD");
  expect([status, bytes.length]).toEqual([200, 0]);
});

test("a page of one's own and one that somebody typed are packed", async () => {
  for (const site of ["same-origin", "none"])
    expect((await asks({ "accept-encoding": "br", "sec-fetch-site": site })).head["content-encoding"]).toBe("br");
});

test("who waits for each piece to be taken, and for the end to be sent, goes on", async () => {
  const heard: string[] = [];
  const { bytes } = await asks({ "accept-encoding": "br" }, (response) => {
    response.setHeader("content-type", "application/json");
    response.write(LONG.slice(0, 10), () => {
      heard.push("taken");
      response.end(LONG.slice(10), () => heard.push("sent"));
    });
  });
  expect(brotliDecompressSync(bytes).toString()).toBe(LONG);
  await expect.poll(() => heard).toEqual(["taken", "sent"]);
});
