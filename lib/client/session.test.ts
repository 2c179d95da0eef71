import { createServer } from "node:http";
import { afterEach, describe, expect, it } from "vitest";
import { CreatedButNotSignedIn, createSessionCalls } from "./session.ts";

type Reply = { status?: number; json: unknown };
type Asked = { path: string; form: URLSearchParams };

const closers: (() => void)[] = [];
afterEach(() => {
  for (const close of closers.splice(0)) close();
});

/** A server that gives a token, and answers each path with its reply. */
const serve = async (replies: Record<string, Reply>) => {
  const asked: Asked[] = [];
  const server = createServer(async (request, response) => {
    let body = "";
    for await (const chunk of request) body += chunk;
    const path = request.url ?? "";
    if (path !== "/api/auth/csrf") asked.push({ path, form: new URLSearchParams(body) });
    const { status = 200, json } = { "/api/auth/csrf": { json: { csrfToken: "token" } }, ...replies }[path] ?? {
      status: 404,
      json: {},
    };
    response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(json));
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const close = () => {
    server.closeAllConnections();
    server.close();
  };
  closers.push(close);
  const address = server.address();
  if (typeof address !== "object" || address === null) throw new Error("no port");
  return { calls: createSessionCalls(`http://127.0.0.1:${address.port}`), asked, close };
};

const credentials = { email: "alice@uninest.test", password: "a good one" };
const signInPath = "/api/auth/callback/credentials";
const welcome = { json: { url: "http://localhost/inbox" } };
const refusedWith = (error: string) => ({
  status: 401,
  json: { url: `http://localhost/api/auth/error?error=${encodeURIComponent(error)}` },
});

describe("signing in", () => {
  it("sends the credentials with the token", async () => {
    const { calls, asked } = await serve({ [signInPath]: welcome });
    await calls.signIn(credentials);
    expect(Object.fromEntries(asked[0]?.form ?? [])).toMatchObject({ ...credentials, csrfToken: "token", json: "true" });
  });

  it.each([
    ["CredentialsSignin", { code: "unauthenticated" }],
    ["rate_limited:90000", { code: "rate_limited", retryAfterMs: 90_000 }],
    ["suspended:2027-01-01T00:00:00.000Z", { code: "suspended", until: "2027-01-01T00:00:00.000Z" }],
    ["suspended:2027-01-01T00:00:00.000Z a.b.c", { until: "2027-01-01T00:00:00.000Z", appealToken: "a.b.c" }],
    ["suspended: a.b.c", { until: null, appealToken: "a.b.c" }],
    ["suspended:", { code: "suspended", until: null }],
    ["unavailable", { code: "unavailable" }],
    ["Configuration", { code: "internal" }],
  ])("says what %s means", async (word, expected) => {
    const { calls } = await serve({ [signInPath]: refusedWith(word) });
    await expect(calls.signIn(credentials)).rejects.toMatchObject(expected);
  });

  it("does not take a stale token for success", async () => {
    const { calls } = await serve({ [signInPath]: { json: { url: "http://localhost/api/auth/signin?csrf=true" } } });
    await expect(calls.signIn(credentials)).rejects.toMatchObject({ code: "internal" });
  });

  it("is unavailable without a network, and behind a proxy without a server", async () => {
    const { calls, close } = await serve({});
    close();
    await expect(calls.signIn(credentials)).rejects.toMatchObject({ code: "unavailable" });
    const gateway = await serve({ "/api/auth/csrf": { status: 503, json: { code: "unavailable" } } });
    await expect(gateway.calls.signIn(credentials)).rejects.toMatchObject({ code: "unavailable" });
  });
});

describe("signing up", () => {
  const registration = { ...credentials, name: "Alice", role: "student" } as const;

  it("signs in right after", async () => {
    const { calls, asked } = await serve({ "/api/users": { status: 201, json: { id: "1" } }, [signInPath]: welcome });
    await calls.signUp(registration);
    expect(asked.map(({ path }) => path)).toEqual(["/api/users", signInPath]);
  });

  it("does not try to sign in with an address that is taken", async () => {
    const { calls, asked } = await serve({ "/api/users": { status: 409, json: { code: "conflict" } } });
    await expect(calls.signUp(registration)).rejects.toMatchObject({ code: "conflict" });
    expect(asked).toHaveLength(1);
  });

  it("tells apart that the account exists but signing in failed", async () => {
    const { calls } = await serve({ "/api/users": { status: 201, json: {} }, [signInPath]: refusedWith("unavailable") });
    await expect(calls.signUp(registration)).rejects.toBeInstanceOf(CreatedButNotSignedIn);
  });
});

it("signing out posts to next-auth", async () => {
  const { calls, asked } = await serve({ "/api/auth/signout": { json: { url: "http://localhost/sign-in" } } });
  await calls.signOut();
  expect(asked[0]?.path).toBe("/api/auth/signout");
});
