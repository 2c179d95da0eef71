import fs from "node:fs";
import vm from "node:vm";
import { beforeEach, expect, test, vi } from "vitest";

/** The worker's half of a push, in a world of its own: what a browser shows, its pages, its push service, the server. */

type Handler = (event: object) => void;
type Shown = { title: string; body: string; tag: string; data: { url: string }; close: () => void };

const ORIGIN = "https://uninest.test";
const OLD = "https://push.example.org/old";
const NEW = "https://push.example.org/new";

const subscriptionOf = (endpoint: string) => ({ endpoint, options: { key: "k" }, toJSON: () => ({ endpoint, keys: {} }) });

const createPage = (path: string, focused = false) => {
  const page = {
    url: new URL(path, ORIGIN).href,
    focused,
    focus: vi.fn(async () => page),
    navigate: vi.fn(async (href: string) => {
      page.url = href;
    }),
  };
  return page;
};

const createWorld = () => {
  const handlers = new Map<string, Handler>();
  const shown = new Map<string, Shown>();
  const pages: ReturnType<typeof createPage>[] = [];
  const opened: string[] = [];
  const fetched = vi.fn(async (_path: string, _options?: { body?: string }) => Response.json({ items: [] }));
  const subscribed = vi.fn(async () => subscriptionOf(NEW));
  const held: { subscription: ReturnType<typeof subscriptionOf> | null } = { subscription: null };
  const self = {
    location: { origin: ORIGIN },
    addEventListener: (name: string, handler: Handler) => handlers.set(name, handler),
    registration: {
      showNotification: async (title: string, options: Omit<Shown, "title" | "close">) =>
        void shown.set(options.tag, { ...options, title, close: () => shown.delete(options.tag) }),
      getNotifications: async () => [...shown.values()],
      pushManager: { getSubscription: async () => held.subscription, subscribe: subscribed },
    },
    clients: { matchAll: async () => pages, openWindow: async (href: string) => opened.push(href) },
  };
  const source = fs.readFileSync("public/sw.js", "utf8");
  const caches = { match: async () => undefined, open: async () => ({ match: async () => undefined }) };
  vm.runInNewContext(source, { self, caches, fetch: fetched, URL, Set, Promise, setTimeout });
  return {
    pages,
    opened,
    fetched,
    subscribed,
    held,
    shown: () => [...shown.values()].map(({ title, body }) => `${title}: ${body}`),
    /** What is shown for a conversation, as who clicks on it hands it over. */
    ofTag: (tag: string) => shown.get(tag),
    /** Resolves once the worker has done what it wants to be waited for. */
    happens: async (name: string, event: object = {}): Promise<void> => {
      const work: Promise<unknown>[] = [];
      const given = {
        waitUntil: (one: Promise<unknown>) => work.push(one),
        respondWith: (one: Promise<unknown>) => work.push(one),
      };
      handlers.get(name)?.({ ...event, ...given });
      await Promise.all(work);
    },
  };
};

let world: ReturnType<typeof createWorld>;
beforeEach(() => {
  world = createWorld();
});

const pushes = (payload: object) => world.happens("push", { data: { json: () => payload } });
const asks = (path: string, more: object = {}) =>
  world.happens("fetch", { request: { url: new URL(path, ORIGIN).href, method: "GET", mode: "cors", ...more } });
const toldServer = () =>
  world.fetched.mock.calls
    .filter(([path]) => path === "/api/push/subscriptions")
    .map(([, options]) => JSON.parse(options?.body ?? ""));

test("every push is shown, the newest of each conversation, and one that cannot be read too", async () => {
  await pushes({ title: "Mill Road", body: "first", url: "/inbox/a", tag: "a" });
  await pushes({ title: "Mill Road", body: "second", url: "/inbox/a", tag: "a" });
  await pushes({ title: "Rook House", body: "other", url: "/inbox/b", tag: "b" });
  await world.happens("push", { data: null });
  expect(world.shown()).toEqual(["Mill Road: second", "Rook House: other", "UniNest: Something has happened."]);
});

test("a click leads a page of ours there, the one that is there already before the one in front, and opens one where there is none", async () => {
  await pushes({ title: "Mill Road", body: "first", url: "/inbox/a", tag: "a" });
  await world.happens("notificationclick", { notification: world.ofTag("a") });
  expect([world.opened, world.shown()]).toEqual([[`${ORIGIN}/inbox/a`], []]);

  const [front, there] = [createPage("/bookings", true), createPage("/inbox/a")];
  world.pages.push(front);
  await pushes({ title: "Mill Road", body: "again", url: "/inbox/a", tag: "a" });
  await world.happens("notificationclick", { notification: world.ofTag("a") });
  expect([front.focus.mock.calls.length, front.url]).toEqual([1, `${ORIGIN}/inbox/a`]);

  front.url = `${ORIGIN}/bookings`;
  world.pages.push(there);
  await pushes({ title: "Mill Road", body: "more", url: "/inbox/a", tag: "a" });
  await world.happens("notificationclick", { notification: world.ofTag("a") });
  expect([there.focus.mock.calls.length, there.navigate.mock.calls.length, front.url]).toEqual([1, 0, `${ORIGIN}/bookings`]);
  expect(world.opened).toHaveLength(1);
});

test("what was read elsewhere goes when a page asks for what is unread; all goes when somebody signs out", async () => {
  for (const tag of ["a", "b", "c"]) await pushes({ title: tag, body: "x", url: `/inbox/${tag}`, tag });
  const items = [
    { conversationId: "a", readAt: "2026-11-25T12:00:00.000Z" },
    { conversationId: "b", readAt: null },
    { conversationId: "b", readAt: "2026-11-25T12:00:00.000Z" },
  ];
  world.fetched.mockImplementation(async () => Response.json({ items }));
  await asks("/api/notifications?limit=1");
  expect(world.shown()).toEqual(["b: x", "c: x"]);
  world.fetched.mockImplementation(async () => new Response(null, { status: 401 }));
  await asks("/api/notifications?limit=1");
  expect(world.shown()).toEqual(["b: x", "c: x"]);
  await asks("/api/auth/signout", { method: "POST" });
  expect(world.shown()).toEqual([]);
});

test("messages that were read while there was no page go with the next, and no others", async () => {
  for (const id of ["a", "b", "z"]) await pushes({ title: id, body: "x", url: `/inbox/${id}`, tag: `messages-${id}` });
  await pushes({ title: "a booking", body: "x", url: "/inbox/a", tag: "a" });
  const conversations = [
    { id: "a", unreadCount: 0 },
    { id: "b", unreadCount: 2 },
  ];
  world.fetched.mockImplementation(async (path) =>
    Response.json({ items: path.startsWith("/api/conversations?") ? conversations : [] }),
  );
  await asks("/api/notifications?limit=1");
  expect(world.shown()).toEqual(["b: x", "z: x", "a booking: x"]);
  world.fetched.mockImplementation(async () => new Response(null, { status: 503 }));
  await asks("/api/notifications?limit=1");
  expect(world.shown()).toHaveLength(3);
});

test("a subscription is renewed once with a page, and told anew when the browser changes it", async () => {
  await asks("/inbox", { mode: "navigate" });
  expect(toldServer()).toEqual([]);
  world = createWorld();
  world.held.subscription = subscriptionOf(OLD);
  await asks("/inbox", { mode: "navigate" });
  await asks("/bookings", { mode: "navigate" });
  await expect.poll(toldServer).toEqual([{ endpoint: OLD, keys: {}, replaces: OLD }]);
  await world.happens("pushsubscriptionchange", { oldSubscription: subscriptionOf(OLD), newSubscription: null });
  expect(toldServer().at(-1)).toEqual({ endpoint: NEW, keys: {}, replaces: OLD });
  expect(world.subscribed.mock.calls).toEqual([[{ key: "k" }]]);
});
