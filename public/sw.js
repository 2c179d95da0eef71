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

self.addEventListener("install", (event) => event.waitUntil(install()));
self.addEventListener("activate", (event) => event.waitUntil(dropFormer()));

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== self.location.origin || url.pathname.startsWith("/api/")) return;
  if (request.mode === "navigate") event.respondWith(showPage(request, url));
  else if (FILES.includes(url.pathname)) event.respondWith(showFile(request));
});

/** A page says so when its person has agreed to reload. */
self.addEventListener("message", ({ data }) => {
  if (data === "take over") self.skipWaiting();
});
