import fs from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import path from "node:path";
import { pipeline } from "node:stream";

/** Without a charset: the pages say theirs, and what belongs to them is read in it. */
const TYPES: Record<string, string> = { ".js": "text/javascript", ".css": "text/css" };
const YEAR_SECONDS = 365 * 24 * 60 * 60;

/** The files of a folder that the build has compressed, by the path that a browser asks for. */
const index = (folder: string, prefix: string): Map<string, string> => {
  if (!fs.existsSync(folder)) return new Map();
  const files = fs.readdirSync(folder, { recursive: true }).map((name) => String(name).replaceAll("\\", "/"));
  const compressed = files.filter((name) => name.endsWith(".br"));
  return new Map(compressed.map((name) => [`${prefix}${name.slice(0, -3)}`, path.join(folder, name)]));
};

const accepts = ({ headers, method }: IncomingMessage): boolean =>
  method === "GET" && /\bbr\b/.test([headers["accept-encoding"] ?? ""].flat().join(","));

/**
 * Sends scripts and styles as the build has compressed them. Only what is in the list made at the start can be had, so
 * that a path cannot lead anywhere else. Resolves to false for everything that Next must answer.
 */
export const createCompressedFiles = (folder: string, prefix: string) => {
  const files = index(folder, prefix);
  return (request: IncomingMessage, response: ServerResponse): boolean => {
    const asked = request.url?.split("?", 1)[0] ?? "";
    const file = files.get(asked);
    if (!file || !accepts(request)) return false;
    // HTTP/1.1 keeps a connection unless told otherwise; said with each of the many files, it weighs as much as a small one.
    response.removeHeader("connection");
    response.writeHead(200, {
      "content-type": TYPES[path.extname(asked)] ?? "application/octet-stream",
      "content-encoding": "br",
      "content-length": fs.statSync(file).size,
      "cache-control": `public, max-age=${YEAR_SECONDS}, immutable`,
      "x-content-type-options": "nosniff",
      vary: "accept-encoding",
    });
    // A reader who leaves, or a file that has gone, ends this one answer and nothing else.
    pipeline(fs.createReadStream(file), response, () => undefined);
    return true;
  };
};
