// What UniNest shows without a network. `BUILD` and `FILES` are filled in by lib/server/service-worker.ts.
const BUILD = "";
const FILES = [];

const PREFIX = "uninest-";
const CACHE = `${PREFIX}${BUILD}`;
/** Pages with nobody's data in them. Each is kept with its headers, so that its policy fits the nonce in it. */
const SHELL = "/inbox-shell";
const OFFLINE = "/offline";
/** Whoever waits longer than this for the inbox would rather see what there was. */
const PATIENCE_MS = 4_000;
/** A proxy that finds nobody behind it. */
const NOBODY = new Set([502, 503, 504]);

const isInbox = ({ pathname }) => /^\/inbox(\/[^/]+)?$/.test(pathname);

/** The same file of another build is as good: its name says what is in it. */
const fetchFile = async (path) => (await caches.match(path)) ?? fetch(path);

const keepFile = async (cache, path) => {
  const response = await fetchFile(path);
  if (!response.ok) throw new Error(`${path} is not there`);
  await cache.put(path, response);
};

const keepPage = async (cache, path) => {
  const response = await fetch(path, { credentials: "omit", cache: "no-store" });
  if (!response.ok || response.redirected) throw new Error(`${path} is not there`);
  await cache.put(path, response);
};

const install = async () => {
  const cache = await caches.open(CACHE);
  await Promise.all([SHELL, OFFLINE].map((path) => keepPage(cache, path)));
  await Promise.all(FILES.map((path) => keepFile(cache, path)));
};

const dropFormer = async () => {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith(PREFIX) && name !== CACHE).map((name) => caches.delete(name)));
};

const inTime = (promise, ms) =>
  new Promise((resolve, reject) => {
    setTimeout(() => reject(new Error("too late")), ms);
    promise.then(resolve, reject);
  });

/** The network first, always: only it knows who is signed in. */
const showPage = async (request, url) => {
  const asked = fetch(request);
  try {
    const response = await (isInbox(url) ? inTime(asked, PATIENCE_MS) : asked);
    if (!NOBODY.has(response.status)) return response;
  } catch {
    // No network, or too slow a one: what is kept must do.
  }
  const cache = await caches.open(CACHE);
  return (await cache.match(isInbox(url) ? SHELL : OFFLINE)) ?? asked;
};

const showFile = async (request) => (await caches.match(request)) ?? fetch(request);

/** A browser shows something for each push, or takes the permission away: what cannot be read is told of all the same. */
const UNREADABLE = { title: "UniNest", body: "Something has happened.", url: "/notifications", tag: "news" };

const readPush = (data) => {
  try {
    return { ...UNREADABLE, ...data.json() };
  } catch {
    return UNREADABLE;
  }
};

/** The newest of each conversation stands in place of the one before it. */
const showPush = ({ title, body, url, tag }) =>
  self.registration.showNotification(title, { body, tag, data: { url }, renotify: true, icon: "/icon-192.png" });

/** What has been read, here or on another device, is shown no longer. Pages ask for what is unread whenever that changes. */
const withdrawRead = async () => {
  const shown = await self.registration.getNotifications();
  if (shown.length === 0) return;
  const answer = await fetch("/api/notifications?limit=100");
  if (!answer.ok) return;
  const { items } = await answer.json();
  const unread = new Set(items.filter(({ readAt }) => readAt === null).map(({ conversationId }) => conversationId));
  const known = new Set(items.map(({ conversationId }) => conversationId));
  for (const one of shown) if (known.has(one.tag) && !unread.has(one.tag)) one.close();
};

/** The same of messages: pages withdraw them as they are read, and what was read while there was no page goes with the next. */
const withdrawReadMessages = async () => {
  const shown = (await self.registration.getNotifications()).filter(({ tag }) => tag.startsWith("messages-"));
  if (shown.length === 0) return;
  const answer = await fetch("/api/conversations?limit=100");
  if (!answer.ok) return;
  const { items } = await answer.json();
  const read = new Set(items.filter(({ unreadCount }) => unreadCount === 0).map(({ id }) => `messages-${id}`));
  for (const one of shown) if (read.has(one.tag)) one.close();
};

/** Whoever signs out leaves nothing on the screen for the next. */
const withdrawAll = async () => {
  for (const one of await self.registration.getNotifications()) one.close();
};

const openPage = async (path) => {
  const { href } = new URL(path, self.location.origin);
  const pages = await self.clients.matchAll({ type: "window", includeUncontrolled: true });
  const page = pages.find(({ url }) => url === href) ?? pages.find(({ focused }) => focused) ?? pages[0];
  if (!page) return self.clients.openWindow(href);
  const inFront = await page.focus();
  // A page that this worker does not look after cannot be led elsewhere.
  if (inFront.url !== href) await inFront.navigate(href).catch(() => self.clients.openWindow(href));
};

const tellServer = (subscription, replaces) =>
  fetch("/api/push/subscriptions", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ ...subscription.toJSON(), replaces }),
  });

/** A subscription belongs to a session: with a new one it is told again, if it was this person's before. */
const renew = async () => {
  const subscription = await self.registration.pushManager?.getSubscription();
  if (subscription) await tellServer(subscription, subscription.endpoint);
};

const resubscribe = async ({ oldSubscription, newSubscription }) => {
  if (!oldSubscription) return;
  const subscription = newSubscription ?? (await self.registration.pushManager.subscribe(oldSubscription.options));
  await tellServer(subscription, oldSubscription.endpoint);
};

/** Once in this worker's life, which ends soon after its pages have nothing to ask. */
let renewal;

self.addEventListener("install", (event) => event.waitUntil(install()));
self.addEventListener("activate", (event) => event.waitUntil(dropFormer()));

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method === "GET" && url.pathname === "/api/notifications")
    event.waitUntil(Promise.allSettled([withdrawRead(), withdrawReadMessages()]));
  if (request.method === "POST" && url.pathname === "/api/auth/signout") event.waitUntil(withdrawAll());
  if (request.mode === "navigate") renewal ??= renew().catch(() => undefined);
  if (request.method !== "GET" || url.origin !== self.location.origin || url.pathname.startsWith("/api/")) return;
  if (request.mode === "navigate") event.respondWith(showPage(request, url));
  else if (FILES.includes(url.pathname)) event.respondWith(showFile(request));
});

self.addEventListener("push", (event) => event.waitUntil(showPush(readPush(event.data))));
self.addEventListener("pushsubscriptionchange", (event) => event.waitUntil(resubscribe(event)));
self.addEventListener("notificationclick", (event) => {
  const { notification } = event;
  notification.close();
  event.waitUntil(openPage(notification.data?.url ?? UNREADABLE.url));
});

/** A page says so when its person has agreed to reload. */
self.addEventListener("message", ({ data }) => {
  if (data === "take over") self.skipWaiting();
});
