import { Resolver } from "node:dns/promises";
import { isIP } from "node:net";
import { isPublicAddress } from "../public-address.ts";

/** What may be looked at. Names are resolved here and nowhere else. */
export type Net = {
  /** Every address of a name. */
  resolve: (host: string, signal: AbortSignal) => Promise<string[]>;
  isOpen: (address: string) => boolean;
  isPort: (port: number) => boolean;
};

/** Why something is not looked at; what it says is for tests and names no address. */
export class Refused extends Error {}

/** One machine to ask for a page: the address is the one that was judged, so that no name can lead elsewhere afterwards. */
export type Target = { url: URL; address: string; port: number };

const WEB_PORTS = { "http:": 80, "https:": 443 };
const PATIENCE_MS = 1_500;
/** Names of one's own network, and of no network (RFC 6761, RFC 6762, RFC 9476). */
const INNER = /(^|\.)(localhost|localdomain|local|internal|intranet|lan|home|corp|private|arpa|invalid|test|example|onion|alt)$/;
const NAME = /^(?=.{4,253}$)([a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?\.)+[a-z0-9-]*[a-z][a-z0-9-]*$/;

const portOf = ({ protocol, port }: URL): number => {
  if (protocol !== "http:" && protocol !== "https:") throw new Refused("only pages of the web are looked at");
  return port === "" ? WEB_PORTS[protocol] : Number(port);
};

/**
 * Reads an address as the web does: whatever notation a number comes in, what is judged is what would be asked.
 * @throws {Refused}
 */
const parse = (text: string, base: URL | undefined): URL => {
  // Some read these as slashes, and some do not.
  if (text.includes("\\")) throw new Refused("a backslash has no place in an address");
  if (!URL.canParse(text, base)) throw new Refused("this is no address");
  const url = new URL(text, base);
  if (url.username !== "" || url.password !== "") throw new Refused("who asks is nobody");
  return url;
};

/** The same, or a failure as soon as the time is over. */
const inTime = <Result>(work: Promise<Result>, signal: AbortSignal): Promise<Result> =>
  new Promise((done, failed) => {
    const end = (): void => failed(new Refused("too slow"));
    if (signal.aborted) end();
    signal.addEventListener("abort", end, { once: true });
    work.then(done, failed).finally(() => signal.removeEventListener("abort", end));
  });

const addressesOf = async (host: string, net: Net, signal: AbortSignal): Promise<string[]> => {
  const literal = host.replace(/^\[|\]$/g, "");
  if (isIP(literal) !== 0) return [literal];
  const name = host.replace(/\.$/, "");
  if (!NAME.test(name) || INNER.test(name)) throw new Refused("no name of the public net");
  return inTime(net.resolve(name, signal), signal);
};

/**
 * Where an address leads: resolved once, and every answer judged. `base` is the page that names it.
 * @throws {Refused} for whatever is not of the public web
 */
export const targetOf = async (text: string, net: Net, signal: AbortSignal, base?: URL): Promise<Target> => {
  const url = parse(text, base);
  const port = portOf(url);
  if (!net.isPort(port)) throw new Refused("only the ports of the web are asked");
  const addresses = await addressesOf(url.hostname, net, signal);
  const [address] = addresses;
  if (address === undefined) throw new Refused("the name leads nowhere");
  if (!addresses.every(net.isOpen)) throw new Refused("an address within a network");
  return { url, address, port };
};

/** Asks name servers themselves: no file of this machine, none of its threads, and what takes too long can be ended. */
const resolve = async (host: string, signal: AbortSignal): Promise<string[]> => {
  const resolver = new Resolver({ timeout: PATIENCE_MS, tries: 2 });
  const cancel = (): void => resolver.cancel();
  signal.addEventListener("abort", cancel, { once: true });
  try {
    const answers = await Promise.allSettled([resolver.resolve4(host), resolver.resolve6(host)]);
    return answers.flatMap((answer) => (answer.status === "fulfilled" ? answer.value : []));
  } finally {
    signal.removeEventListener("abort", cancel);
  }
};

const isWebPort = (port: number): boolean => Object.values(WEB_PORTS).includes(port);

export const publicNet: Net = { resolve, isOpen: isPublicAddress, isPort: isWebPort };

/** The same, and a name that leads to this machine, at any port: for tests. */
export const loopbackNet = (name: string): Net => ({
  resolve: async (host, signal) => (host === name ? ["127.0.0.1"] : resolve(host, signal)),
  isOpen: (address) => address === "127.0.0.1" || isPublicAddress(address),
  isPort: () => true,
});
