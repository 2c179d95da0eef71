import { parse } from "tldts";
import { fold } from "./fold.ts";

/** Where the links of a text lead. */
export type Links = { all: number; unknown: number; masked: number; short: number; lookalike: number };

const CHUNK = /[^\s<>()"'[\]{},;|]+/g;
const SCHEME = /^(?:https?|hxxps?):\/{1,2}/i;
const HOST = /^[\p{L}\p{N}](?:[\p{L}\p{N}.-]{0,250}[\p{L}\p{N}])?/u;
const NAME = "uninest";

const SHORTENERS = new Set(
  "bit.ly tinyurl.com t.ly goo.gl ow.ly is.gd buff.ly cutt.ly rb.gy rebrand.ly shorturl.at tiny.cc v.gd s.id t.co lnkd.in bl.ink short.io shorte.st adf.ly qr.ae urlz.fr n9.cl acortar.link soo.gd clck.ru linktr.ee t.me wa.me".split(
    " ",
  ),
);
const WELL_KNOWN = new Set(
  "google.com google.de google.es google.fr youtube.com youtu.be wikipedia.org openstreetmap.org spotify.com ikea.com bahn.de bvg.de ratp.fr renfe.com sncf.com sncf-connect.com mvv-muenchen.de tmb.cat github.com".split(
    " ",
  ),
);
const MAPS = /^(?:maps\.app\.goo\.gl|goo\.gl\/maps|maps\.google\.)/;
const CAMPUS = /(?:^|\.)(?:edu|ac\.uk)$/;
const UNIVERSITY = /(?:^|\.)(?:uni|univ|tu|fu|hu|eth|upf|ub|uab|ucm|upm|sorbonne|studierendenwerk|crous|campus)[.-]/;
const UNIVERSITY_COUNTRY = /\.(?:de|at|ch|fr|es|eu|it|nl|be|lu|pl|cat|org)$/;

/** `uni-koeln.de`, and not `portal-uni-login.top`. */
const isAcademic = (host: string): boolean => CAMPUS.test(host) || (UNIVERSITY.test(host) && UNIVERSITY_COUNTRY.test(host));

/** Endings that people also type by forgetting a space behind a full stop. */
const WORDY_ENDINGS = new Set([
  "it",
  "is",
  "in",
  "so",
  "me",
  "no",
  "my",
  "to",
  "be",
  "at",
  "am",
  "la",
  "de",
  "es",
  "se",
  "al",
  "ya",
  "du",
  "de",
  "us",
  "as",
  "do",
  "pm",
  "id",
  "su",
  "si",
  "ne",
  "hi",
  "tv",
  "ma",
  "va",
  "call",
  "now",
  "please",
  "email",
  "chat",
  "contact",
  "direct",
  "room",
  "rent",
  "villas",
  "apartments",
  "house",
  "land",
  "today",
  "best",
  "one",
  "men",
  "love",
  "cash",
  "bar",
  "gratis",
  "city",
  "da",
  "er",
  "an",
  "zu",
  "ob",
  "le",
  "et",
]);

const distance = (one: string, other: string): number => {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let at = 1; at <= one.length; at += 1) {
    const next = [at];
    for (let to = 1; to <= other.length; to += 1)
      next.push(
        Math.min((next[to - 1] ?? 0) + 1, (row[to] ?? 0) + 1, (row[to - 1] ?? 0) + (one[at - 1] === other[to - 1] ? 0 : 1)),
      );
    row = next;
  }
  return row[other.length] ?? 0;
};

/** A name that is ours or nearly, at an address that is not. */
const looksLikeUs = (host: string): boolean =>
  [...host.split(/[.-]/), ...host.replaceAll("-", "").split(".")].some((part) => {
    const letters = part.replace(/0/g, "o").replace(/[1|]/g, "i").replace(/3/g, "e").replace(/5/g, "s");
    return letters.includes(NAME) || (part.length >= 6 && part.length <= 9 && distance(letters, NAME) <= 1);
  });

type Found = { host: string; isMasked: boolean; isExplicit: boolean; rest: string };

const hostIn = (chunk: string): Found | undefined => {
  if (chunk.includes("@")) return undefined;
  const isExplicit = SCHEME.test(chunk) || /^www\./i.test(chunk);
  const address = chunk.replace(SCHEME, "").replace(/\[\.\]|\(\.\)/g, ".");
  const written = HOST.exec(address)?.[0];
  if (written === undefined || !written.includes(".")) return undefined;
  const rest = address.slice(written.length);
  const host = written.toLowerCase();
  const { isIcann, isIp, publicSuffix } = parse(host);
  if (!isIp && !isIcann) return undefined;
  if (isIp && !isExplicit) return undefined;
  const isBare = !isExplicit && !rest.startsWith("/");
  if (isBare && WORDY_ENDINGS.has(publicSuffix ?? "") && !/[-\d]/.test(host) && host.split(".").length === 2) {
    // `gmx.de` is an address, `gut.es` is a missing space: one that is nearly ours is none of the two.
    if (!looksLikeUs(fold(host))) return undefined;
  }
  const isMasked = isIp === true || /(?:^|\.)xn--/.test(host) || fold(host) !== host;
  return { host, isMasked, isExplicit, rest };
};

/** Looks at every word that is an address. @param ownHosts hosts that are ours */
export const linksIn = (content: string, ownHosts: readonly string[]): Links => {
  const links: Links = { all: 0, unknown: 0, masked: 0, short: 0, lookalike: 0 };
  if (!content.includes(".")) return links;
  for (const [chunk] of content.matchAll(CHUNK)) {
    if (!chunk.includes(".")) continue;
    const found = hostIn(chunk.normalize("NFKC"));
    if (!found) continue;
    const { host, isMasked, rest } = found;
    if (ownHosts.some((own) => host === own || host.endsWith(`.${own}`))) continue;
    const { domain } = parse(host);
    links.all += 1;
    if (isMasked) links.masked += 1;
    if (looksLikeUs(fold(host))) links.lookalike += 1;
    if (MAPS.test(`${host}${rest}`)) continue;
    if (SHORTENERS.has(domain ?? "") || SHORTENERS.has(host)) links.short += 1;
    if (!WELL_KNOWN.has(domain ?? "") && !isAcademic(host)) links.unknown += 1;
  }
  return links;
};
