import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { afterEach, describe, expect, it } from "vitest";
import { createCall } from "./api.ts";

type Seen = { method: string; url: string; body: string; type: string | undefined };
type Reply = (response: ServerResponse) => void;

const closers: (() => void)[] = [];
afterEach(() => {
  for (const close of closers.splice(0)) close();
});

const readBody = async (request: IncomingMessage) => {
  let body = "";
  for await (const chunk of request) body += chunk;
  return body;
};

/** A server that answers everything with one reply and remembers what it was asked. */
const serve = async (reply: Reply) => {
  const seen: Seen[] = [];
  const server = createServer(async (request, response) => {
    const { method = "", url = "", headers } = request;
    seen.push({ method, url, body: await readBody(request), type: headers["content-type"] });
    reply(response);
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const close = () => {
    server.closeAllConnections();
    server.close();
  };
  closers.push(close);
  const address = server.address();
  if (typeof address !== "object" || address === null) throw new Error("no port");
  return { call: createCall(`http://127.0.0.1:${address.port}`), seen, close };
};

const answer =
  (status: number, body: unknown, headers: Record<string, string> = {}): Reply =>
  (response) => {
    response.writeHead(status, { "content-type": "application/json", ...headers }).end(JSON.stringify(body));
  };

const id = "01890000-0000-7000-8000-000000000001";

describe("a call that is answered", () => {
  it("fills the path, leaves out what is absent, and gives the data", async () => {
    const { call, seen } = await serve(answer(200, { messages: [], hasMore: false, nextCursor: null }));
    const page = await call("GET /api/conversations/{id}/messages", { params: { id }, query: { limit: 20, from: undefined } });
    expect(page.hasMore).toBe(false);
    expect(seen).toEqual([{ method: "GET", url: `/api/conversations/${id}/messages?limit=20`, body: "", type: undefined }]);
  });

  it("sends a body as JSON", async () => {
    const { call, seen } = await serve(answer(201, { id }));
    await call("POST /api/conversations", { body: { userId: id } });
    expect(seen[0]).toMatchObject({ method: "POST", body: JSON.stringify({ userId: id }), type: "application/json" });
  });

  it("keeps what looks like a path inside its parameter", async () => {
    const { call, seen } = await serve(answer(200, {}));
    await call("GET /api/listings/{id}", { params: { id: "../users?x" } });
    expect(seen[0]?.url).toBe("/api/listings/..%2Fusers%3Fx");
  });

  it("takes an empty answer for an empty object", async () => {
    const { call } = await serve((response) => response.writeHead(204).end());
    expect(await call("DELETE /api/tokens", {})).toEqual({});
  });
});

describe("a call that is refused", () => {
  it("tells what a conflict says beside its code", async () => {
    const details = { reason: "stale_version" };
    const { call } = await serve(answer(409, { status: 409, code: "conflict", details }));
    await expect(call("GET /api/viewings", {})).rejects.toMatchObject({ code: "conflict", details });
  });

  it("tells code, issues and message of the problem document", async () => {
    const issues = [{ path: "email", message: "must be an e-mail address" }];
    const { call } = await serve(answer(400, { status: 400, code: "validation_failed", detail: "No.", issues }));
    const refused = call("POST /api/users", { body: { email: "x", password: "x", name: "x", role: "student" } });
    await expect(refused).rejects.toMatchObject({ code: "validation_failed", retryable: false, message: "No.", issues });
  });

  it("takes the wait from the document, else from the header", async () => {
    const limited = await serve(answer(429, { code: "rate_limited", retryAfterMs: 1_500 }, { "retry-after": "9" }));
    await expect(limited.call("GET /api/health", {})).rejects.toMatchObject({ code: "rate_limited", retryAfterMs: 1_500 });
    const proxy = await serve((response) => response.writeHead(429, { "retry-after": "9" }).end("slow down"));
    await expect(proxy.call("GET /api/health", {})).rejects.toMatchObject({ code: "rate_limited", retryAfterMs: 9_000 });
  });

  it("goes by the status when something in between answers", async () => {
    const gateway = await serve((response) => response.writeHead(502).end("<h1>Bad gateway</h1>"));
    await expect(gateway.call("GET /api/health", {})).rejects.toMatchObject({ code: "unavailable", retryable: true });
    const foreign = await serve(answer(418, { code: "teapot" }));
    await expect(foreign.call("GET /api/health", {})).rejects.toMatchObject({ code: "internal" });
  });

  it("does not take a page for data", async () => {
    const { call } = await serve((response) => response.writeHead(200).end("<!doctype html>"));
    await expect(call("GET /api/health", {})).rejects.toMatchObject({ code: "internal" });
  });
});

describe("a call that does not arrive", () => {
  it("is unavailable when nobody listens", async () => {
    const { call, close } = await serve(answer(200, {}));
    close();
    await expect(call("GET /api/health", {})).rejects.toMatchObject({ code: "unavailable", retryable: true });
  });

  it("stays an AbortError when the caller gave up", async () => {
    const stop = new AbortController();
    const { call } = await serve(() => stop.abort());
    await expect(call("GET /api/health", { signal: stop.signal })).rejects.toMatchObject({ name: "AbortError" });
  });
});
