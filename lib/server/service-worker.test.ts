import fs from "node:fs";
import vm from "node:vm";
import { beforeEach, expect, test, vi } from "vitest";
import { serviceWorkerOf } from "./service-worker.ts";

/** The worker as it is served, in a world of its own: a network, and caches that are maps. */

type Handler = (event: object) => void;
type Store = Map<string, Response>;

const ORIGIN = "https://uninest.test";
const FILE = "/_next/static/chunks/a1.js";
const source = serviceWorkerOf(fs.readFileSync("public/sw.js", "utf8"), "build-2", [FILE]);

const pathOf = (asked: string | { url: string }): string => {
  const url = new URL(typeof asked === "string" ? asked : asked.url, ORIGIN);
  return url.pathname + url.search;
};

const createWorld = () => {
  const handlers = new Map<string, Handler>();
  const stores = new Map<string, Store>();
  const network = vi.fn(async (asked: string | { url: string }) => new Response(`fresh ${pathOf(asked)}`));
  const open = (name: string): Store => {
    const store = stores.get(name) ?? new Map<string, Response>();
    stores.set(name, store);
    return store;
  };
  const caches = {
    open: async (name: string) => ({
      put: async (asked: string, response: Response) => void open(name).set(pathOf(asked), response),
      match: async (asked: string) => open(name).get(pathOf(asked)),
    }),
    keys: async () => [...stores.keys()],
    delete: async (name: string) => stores.delete(name),
    match: async (asked: string | { url: string }) => {
      for (const store of stores.values()) if (store.has(pathOf(asked))) return store.get(pathOf(asked));
      return undefined;
    },
  };
  const self = {
    location: { origin: ORIGIN },
    addEventListener: (name: string, handler: Handler) => handlers.set(name, handler),
    skipWaiting: vi.fn(),
  };
  vm.runInNewContext(source, { self, caches, fetch: network, URL, Set, Error, Promise, setTimeout });
  return {
    stores,
    network,
    self,
    keep: (cache: string, path: string) => open(cache).set(path, new Response(`kept ${path}`)),
    /** Resolves once the worker has done what it wants to be waited for. */
    happens: async (name: string, event: object = {}): Promise<void> => {
      let done: Promise<unknown> = Promise.resolve();
      handlers.get(name)?.({
        ...event,
        waitUntil: (work: Promise<unknown>) => {
          done = work;
        },
      });
      await done;
    },
    /** Resolves to what the page gets, or to nothing where the worker leaves it to the browser. */
    asks: async (path: string, request: object = {}): Promise<string | undefined> => {
      let answer: Promise<Response> | undefined;
      const asked = { url: new URL(path, ORIGIN).href, method: "GET", mode: "navigate", ...request };
      handlers.get("fetch")?.({
        request: asked,
        respondWith: (given: Promise<Response>) => {
          answer = given;
        },
      });
      return (await answer)?.text();
    },
  };
};

let world: ReturnType<typeof createWorld>;
const offline = async (): Promise<Response> => Promise.reject(new TypeError("Failed to fetch"));

beforeEach(() => {
  world = createWorld();
});

test("when it is installed, it keeps two pages of nobody's and the files of its build, asking without cookies", async () => {
  world.keep("uninest-build-1", FILE);
  await world.happens("install");
  const kept = world.stores.get("uninest-build-2") ?? new Map();
  expect([...kept.keys()].sort()).toEqual([FILE, "/inbox-shell", "/offline"]);
  expect(world.network.mock.calls).toEqual([
    ["/inbox-shell", { credentials: "omit", cache: "no-store" }],
    ["/offline", { credentials: "omit", cache: "no-store" }],
  ]);
  await world.happens("activate");
  expect([...world.stores.keys()]).toEqual(["uninest-build-2"]);
});

test("a page comes from the network, whatever is kept", async () => {
  world.keep("uninest-build-2", "/inbox-shell");
  expect(await world.asks("/inbox")).toBe("fresh /inbox");
  expect(await world.asks("/listings/1")).toBe("fresh /listings/1");
  expect([...(world.stores.get("uninest-build-2") ?? []).keys()]).toEqual(["/inbox-shell"]);
});

test.each([
  ["/inbox", "kept /inbox-shell"],
  ["/inbox/01890000-0000-7000-8000-000000000001?from=mail", "kept /inbox-shell"],
  ["/", "kept /offline"],
  ["/settings/account", "kept /offline"],
  ["/inbox/one/two", "kept /offline"],
])("without a network %s is %s", async (path, expected) => {
  for (const page of ["/inbox-shell", "/offline"]) world.keep("uninest-build-2", page);
  world.network.mockImplementation(offline);
  expect(await world.asks(path)).toBe(expected);
});

test("a proxy with nobody behind it is as good as no network", async () => {
  world.keep("uninest-build-2", "/inbox-shell");
  world.network.mockImplementation(async () => new Response("nobody", { status: 502 }));
  expect(await world.asks("/inbox")).toBe("kept /inbox-shell");
});

test("an inbox that takes longer than four seconds is shown as it was", async () => {
  vi.useFakeTimers();
  world = createWorld();
  world.keep("uninest-build-2", "/inbox-shell");
  world.network.mockImplementation(() => new Promise(() => undefined));
  const shown = world.asks("/inbox");
  await vi.advanceTimersByTimeAsync(4_000);
  expect(await shown).toBe("kept /inbox-shell");
  vi.useRealTimers();
});

test("a file of the build comes from what is kept, and of anything else the worker keeps out", async () => {
  world.keep("uninest-build-2", FILE);
  expect(await world.asks(FILE, { mode: "cors" })).toBe(`kept ${FILE}`);
  for (const path of ["/api/conversations", "/_next/static/chunks/other.js", "/inbox?_rsc=1"]) {
    expect(await world.asks(path, { mode: "cors" })).toBeUndefined();
  }
  expect(await world.asks("/api/attachments/1")).toBeUndefined();
  expect(await world.asks("/inbox", { method: "POST" })).toBeUndefined();
  expect(await world.asks("https://elsewhere.test/inbox")).toBeUndefined();
  expect(world.network).not.toHaveBeenCalled();
});

test("it takes over when a page says so, and not before", async () => {
  await world.happens("message", { data: "anything" });
  expect(world.self.skipWaiting).not.toHaveBeenCalled();
  await world.happens("message", { data: "take over" });
  expect(world.self.skipWaiting).toHaveBeenCalledOnce();
});
