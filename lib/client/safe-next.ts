const FALLBACK = "/inbox";
/** Going back to these after a sign-in would lead in a circle, or to no page at all. */
const NOT_PAGES = /^\/(sign-in|sign-up|api)(\/|$)/;
const BASE = "https://here.invalid";

/** Where to go after a sign-in: a path of this site, else the inbox. Never another site, whatever the spelling. */
export const safeNext = (next: string | string[] | undefined): string => {
  if (typeof next !== "string" || !next.startsWith("/") || !URL.canParse(next, BASE)) return FALLBACK;
  const url = new URL(next, BASE);
  // The parser reads `/\host`, `//host` and `/⇥/host` as another host; what it made of it is what counts.
  if (url.origin !== BASE || url.pathname.startsWith("//") || NOT_PAGES.test(url.pathname)) return FALLBACK;
  return url.pathname + url.search + url.hash;
};
