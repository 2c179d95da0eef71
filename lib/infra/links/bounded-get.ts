import http from "node:http";
import https from "node:https";
import { isIP } from "node:net";
import { pipeline, type Readable, Transform } from "node:stream";
import zlib from "node:zlib";
import { type Net, Refused, type Target, targetOf } from "./link-guard.ts";

const REDIRECTS = new Set([301, 302, 303, 307, 308]);
const REDIRECTS_MOST = 3;
const HEADER_BYTES = 16 * 1024;
/** What a cut needs to be told from a whole. */
const SLACK_BYTES = 64 * 1024;

export type Wish = {
  net: Net;
  signal: AbortSignal;
  /** Types of content that are read; of all others nothing but the head. */
  accepts: RegExp;
  accept: string;
  /** Bytes that are read, and as many again as they are unpacked. */
  most: number;
  agent: string;
};
export type Answer = { url: URL; contentType: string; body: Buffer; isCut: boolean };

/** Nobody is told who asks, and nothing is kept between two questions. */
const ask = ({ url, address, port }: Target, { accept, agent, signal }: Wish): Promise<http.IncomingMessage> =>
  new Promise((done, failed) => {
    const { request } = url.protocol === "https:" ? https : http;
    const host = url.hostname.replace(/^\[|\]$/g, "");
    const asked = request(
      {
        // A number: there is no name left to be resolved.
        host: address,
        port,
        path: `${url.pathname}${url.search}`,
        headers: { host: url.host, accept, "accept-encoding": "gzip", "user-agent": agent },
        servername: isIP(host) === 0 ? host.replace(/\.$/, "") : "",
        agent: false,
        maxHeaderSize: HEADER_BYTES,
        signal,
      },
      done,
    );
    // For as long as it lives: a second error with nobody to hear of it would end the process.
    asked.on("error", failed);
    asked.end();
  });

const meter = (most: number): Transform => {
  let read = 0;
  return new Transform({
    transform: (chunk: Buffer, _, next) => {
      read += chunk.length;
      if (read > most) next(new Refused("too much"));
      else next(null, chunk);
    },
  });
};

const DECODERS: Record<string, () => Transform> = {
  gzip: () => zlib.createGunzip(),
  "x-gzip": () => zlib.createGunzip(),
};

const unpacked = (response: http.IncomingMessage, most: number): Readable => {
  const encoding = (response.headers["content-encoding"] ?? "identity").trim().toLowerCase();
  const counted = meter(most + SLACK_BYTES);
  if (encoding === "identity" || encoding === "") return pipeline(response, counted, () => undefined);
  const decoder = DECODERS[encoding]?.();
  if (!decoder) throw new Refused("packed otherwise than was asked for");
  return pipeline(response, counted, decoder, () => undefined);
};

/** The beginning of a body, of as many bytes at most as they are unpacked. */
const bodyOf = async (response: http.IncomingMessage, most: number): Promise<Pick<Answer, "body" | "isCut">> => {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of unpacked(response, most)) {
    chunks.push(chunk.subarray(0, most - size));
    size += chunk.length;
    if (size > most) return { body: Buffer.concat(chunks), isCut: true };
  }
  return { body: Buffer.concat(chunks), isCut: false };
};

/**
 * Reads what stands at an address of the public web, over three redirects at most, each of which is judged like the first.
 * @throws {Refused} for what is not of the public web, or of another type; and whatever a network fails with
 */
export const boundedGet = async (text: string, wish: Wish, base?: URL): Promise<Answer> => {
  let next = { text, base };
  for (let step = 0; step <= REDIRECTS_MOST; step += 1) {
    const target = await targetOf(next.text, wish.net, wish.signal, next.base);
    const response = await ask(target, wish);
    try {
      const { statusCode = 0, headers } = response;
      if (statusCode === 200) {
        const contentType = headers["content-type"] ?? "";
        if (!wish.accepts.test(contentType)) throw new Refused("content of another type");
        return { url: target.url, contentType, ...(await bodyOf(response, wish.most)) };
      }
      if (!REDIRECTS.has(statusCode) || headers.location === undefined) throw new Refused("no page");
      next = { text: headers.location, base: target.url };
    } finally {
      response.destroy();
    }
  }
  throw new Refused("one redirect too many");
};
