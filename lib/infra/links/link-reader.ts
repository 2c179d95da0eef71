import type { LinkReader } from "#lib/domain/ports.ts";
import { createBreakers } from "../breaker.ts";
import { boundedGet, type Wish } from "./bounded-get.ts";
import { loopbackNet, type Net, publicNet, Refused } from "./link-guard.ts";
import { pageFacts, pageText } from "./page-facts.ts";

/** For all of it: names, redirects, the page and its picture. */
const PATIENCE_MS = 5_000;
const MOST_BYTES = 512 * 1024;
const REST_MS = 60_000;

const PAGE = { accepts: /^\s*(text\/html|application\/xhtml\+xml)\s*(;|$)/i, accept: "text/html" };
const PICTURE = { accepts: /^\s*image\/(jpeg|png|webp)\s*(;|$)/i, accept: "image/webp,image/png,image/jpeg" };

/** `origin`: what whoever is asked may know of us. `net` and `patienceMs` are for tests. */
type Options = { origin: string; net?: Net; patienceMs?: number };

const nothing = (): undefined => undefined;

/** Looks at pages as nobody in particular, and at nothing within a network. */
export const createLinkReader = ({ origin, net = publicNet, patienceMs = PATIENCE_MS }: Options): LinkReader => {
  const agent = `UniNest-Preview/1.0 (+${origin})`;

  const picture = async (address: string, wish: Omit<Wish, "accepts" | "accept">, base: URL): Promise<Uint8Array | null> => {
    if (address === "") return null;
    const answer = await boundedGet(address, { ...wish, ...PICTURE }, base).catch(nothing);
    return answer && !answer.isCut ? answer.body : null;
  };

  const look = async (url: string) => {
    const wish = { net, agent, most: MOST_BYTES, signal: AbortSignal.timeout(patienceMs) };
    const { url: base, contentType, body } = await boundedGet(url, { ...wish, ...PAGE });
    const facts = pageFacts(pageText(body, contentType));
    return { ...facts, picture: await picture(facts.picture, wish, base) };
  };

  // A host that is away would cost everybody who waits for a job the whole of its patience, link by link.
  const hosts = createBreakers({ isItsFault: (error) => !(error instanceof Refused), restMs: { least: REST_MS, most: REST_MS } });
  const hostOf = (url: string): string => URL.parse(url)?.host ?? "none";

  return { read: (url) => hosts.during(hostOf(url), () => look(url)).catch(nothing) };
};

/** The public net; where tests run, a name that leads to this machine too. */
export const netFor = (loopback: string | undefined): Net => (loopback === undefined ? publicNet : loopbackNet(loopback));
