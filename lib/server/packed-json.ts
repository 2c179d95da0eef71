import type { IncomingMessage, ServerResponse } from "node:http";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

/** What is smaller fits into one packet of the network as it is. */
const PACKED_FROM = 1_024;

/** Quick rather than small: at these levels packing takes less than making the text, and the next ones spare a hundredth. */
const CODINGS = [
  {
    name: "br",
    pack: (text: Buffer): Buffer =>
      brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 1, [constants.BROTLI_PARAM_LGWIN]: 17 } }),
  },
  { name: "gzip", pack: (text: Buffer): Buffer => gzipSync(text, { level: 3 }) },
];

const accepts = ({ headers }: IncomingMessage, coding: string): boolean =>
  [headers["accept-encoding"] ?? ""]
    .flat()
    .join(",")
    .split(",")
    .some((part) => {
      const [name, weight = ""] = part.split(";").map((word) => word.trim());
      return name === coding && !/^q=0(?:\.0*)?$/.test(weight);
    });

/**
 * A site elsewhere can have a page asked for as often as it likes: whoever listens on the line would learn from how well it can be packed
 * whether what they have said to somebody stands there a second time.
 */
const isFromElsewhere = ({ headers }: IncomingMessage): boolean =>
  /^(?:cross|same)-site$/.test(String(headers["sec-fetch-site"] ?? ""));

const codingFor = (request: IncomingMessage) =>
  request.method === "HEAD" || isFromElsewhere(request) ? undefined : CODINGS.find(({ name }) => accepts(request, name));

/** A file to keep may be of any length, and leaves piece by piece. */
const isJson = (response: ServerResponse): boolean =>
  /^application\/(?:problem\+)?json\b/.test(String(response.getHeader("content-type") ?? "")) &&
  !response.hasHeader("content-disposition");

type Chunk = string | Uint8Array;
type Open = {
  writeHead: (status: number, ...rest: unknown[]) => ServerResponse;
  write: (chunk: Chunk, ...rest: unknown[]) => boolean;
  end: (...rest: unknown[]) => ServerResponse;
  flushHeaders: () => void;
};

/**
 * Packs what is about to be answered in JSON, for those who can unpack it and where it is worth it. Next takes the headers of packed answers
 * off its routes, and packs only text itself; so the answer is held here until it is whole.
 */
export const packJson = (request: IncomingMessage, response: ServerResponse): void => {
  const coding = codingFor(request);
  if (!coding) return;
  const { writeHead, write, end, flushHeaders } = response as unknown as Open;
  const chunks: Uint8Array[] = [];
  let isDone = false;
  const isHeld = (): boolean => !isDone && isJson(response);
  const hold = (chunk: unknown): void => {
    if (typeof chunk === "string" || chunk instanceof Uint8Array) chunks.push(Buffer.from(chunk as string));
  };
  const held: Open = {
    writeHead: (status, ...rest) => {
      const headers = rest.at(-1);
      const isNamed = headers instanceof Object && !Array.isArray(headers);
      if (isNamed) for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
      if (!isHeld()) return writeHead.call(response, status, ...(isNamed ? [] : rest));
      response.statusCode = status;
      return response;
    },
    flushHeaders: () => {
      if (!isHeld()) flushHeaders.call(response);
    },
    write: (chunk, ...rest) => {
      if (!isHeld()) return write.call(response, chunk, ...rest);
      hold(chunk);
      const isTaken = rest.at(-1);
      if (typeof isTaken === "function") process.nextTick(isTaken);
      return true;
    },
    end: (...rest) => {
      if (!isHeld()) return end.call(response, ...rest);
      hold(rest[0]);
      isDone = true;
      const isSent = rest.at(-1);
      if (typeof isSent === "function") response.once("finish", isSent as () => void);
      const text = Buffer.concat(chunks);
      response.appendHeader("vary", "accept-encoding");
      if (text.length < PACKED_FROM) return end.call(response, text);
      response.setHeader("content-encoding", coding.name);
      response.removeHeader("content-length");
      return end.call(response, coding.pack(text));
    },
  };
  Object.assign(response, held);
};
