import fs from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import path from "node:path";

const PATH = "/sw.js";
/** What a page needs to look as it does: scripts, styles, and the letters of most languages here. */
const NEEDED = /\.(js|css)$|inter-latin-(ext-)?wght.*\.woff2$/;

const HEADERS = {
  "content-type": "application/javascript; charset=utf-8",
  // A browser asks at each visit whether there is a new one.
  "cache-control": "no-cache",
  "content-security-policy": "default-src 'none'; connect-src 'self'",
  "x-content-type-options": "nosniff",
};

/** Scripts for browsers that know neither modules nor service workers. */
const legacyFiles = (buildFolder: string): string[] =>
  JSON.parse(fs.readFileSync(path.join(buildFolder, "build-manifest.json"), "utf8")).polyfillFiles;

const staticFiles = (buildFolder: string): string[] => {
  const names = fs.readdirSync(path.join(buildFolder, "static"), { recursive: true });
  const files = names.map((name) => `static/${String(name).replaceAll("\\", "/")}`).filter((name) => NEEDED.test(name));
  const legacy = legacyFiles(buildFolder);
  return files.filter((file) => !legacy.includes(file)).map((file) => `/_next/${file}`);
};

/** The worker with the build and its files filled in: another build makes another worker. */
export const serviceWorkerOf = (source: string, build: string, files: readonly string[]): string =>
  source
    .replace('const BUILD = "";', `const BUILD = ${JSON.stringify(build)};`)
    .replace("const FILES = [];", `const FILES = ${JSON.stringify(files)};`);

/** Answers for `/sw.js`. Resolves to false for everything else. */
export const createServiceWorker = (buildFolder: string, sourceFile: string) => {
  const build = fs.readFileSync(path.join(buildFolder, "BUILD_ID"), "utf8").trim();
  const files = [...staticFiles(buildFolder), "/icon.svg"];
  const worker = serviceWorkerOf(fs.readFileSync(sourceFile, "utf8"), build, files);
  return ({ url, method }: IncomingMessage, response: ServerResponse): boolean => {
    if (url?.split("?", 1)[0] !== PATH || method !== "GET") return false;
    response.writeHead(200, { ...HEADERS, "content-length": Buffer.byteLength(worker) }).end(worker);
    return true;
  };
};
