import http, { type IncomingMessage, type ServerResponse } from "node:http";
import type { Socket } from "node:net";
import next from "next";
import type { Failure } from "#lib/domain/fail.ts";
import type { BlobStore, Log, Metrics, Tracer } from "#lib/domain/ports.ts";
import { ADDRESS_HEADER, clientAddress } from "./client-address.ts";
import { createCompressedFiles } from "./compressed-files.ts";
import { createAttachmentDoor } from "./files/attachment-door.ts";
import { createGroupPictureDoor } from "./files/group-picture-door.ts";
import { createUploadDoor } from "./files/upload-door.ts";
import { createHttpMeter } from "./http-meter.ts";
import { FROM_HERE_HEADER, isFromHere } from "./operator.ts";
import { packJson } from "./packed-json.ts";
import { setApiHeaders, setPageHeaders } from "./page-headers.ts";
import { createPhotoFiles } from "./photo-files.ts";
import { problemOf } from "./problem.ts";
import { refusalOf } from "./request-guard.ts";
import type { Runtime } from "./runtime.ts";
import { createServiceWorker } from "./service-worker.ts";
import { SOCKET_PATH } from "./socket/io-server.ts";
import { routeUpgrades } from "./upgrades.ts";

/** Node's own default gives a slow sender of headers a minute. */
const HEADERS_TIMEOUT_MS = 15_000;
/** Node's own default looks every half minute only. */
const HEADERS_CHECK_MS = 5_000;
/**
 * Longer than a proxy keeps a connection that nobody uses (nginx: 60 s). Node's own default of 5 s closes it under a
 * request that is just on its way, and who sent that hears of a reset.
 */
const IDLE_TIMEOUT_MS = 65_000;
/** How long those who are still there at the end may take to finish. */
const FAREWELL_MS = 3_000;
const RETRY_SECONDS = 3;

/** An HTTP server that can be closed although somebody keeps a connection open. */
export const createHttpServer = () => {
  const server = http.createServer({
    headersTimeout: HEADERS_TIMEOUT_MS,
    connectionsCheckingInterval: HEADERS_CHECK_MS,
    keepAliveTimeout: IDLE_TIMEOUT_MS,
  });
  const open = new Set<Socket>();
  // One for all: what each had for itself would be kept as long as its connection.
  function forget(this: Socket): void {
    open.delete(this);
  }
  server.on("connection", (socket) => {
    open.add(socket);
    socket.on("close", forget);
  });
  const cutAfterFarewell = (): void => {
    setTimeout(() => {
      for (const socket of open) socket.destroy();
    }, FAREWELL_MS).unref();
  };
  const stopAccepting = (): void => void server.close();
  return { server, stopAccepting, cutAfterFarewell };
};

type Pages = {
  server: http.Server;
  isDevelopment: boolean;
  hostname: string;
  port: number;
  trustedProxies: number;
  blobs: BlobStore;
  built: Runtime;
  log: Log;
  metrics: Metrics;
  tracer: Tracer;
  /** The database is away. */
  isAway: () => boolean;
};

/** What a page fails of while the database is away is no defect of its: machines are told to come back, people see its words. */
const failAsUnavailable = (response: ServerResponse, isAway: () => boolean): void => {
  const writeHead = response.writeHead.bind(response) as (status: number, ...rest: unknown[]) => ServerResponse;
  response.writeHead = (status: number, ...rest: unknown[]) => {
    if (status !== 500 || !isAway()) return writeHead(status, ...rest);
    response.setHeader("retry-after", RETRY_SECONDS);
    return writeHead(503, ...rest);
  };
};

const setHeaders = (request: IncomingMessage, response: ServerResponse, isDevelopment: boolean): void => {
  const url = request.url ?? "/";
  if (url.startsWith("/api/")) setApiHeaders(response);
  else if (!url.startsWith("/_next/static/")) setPageHeaders(request, response, isDevelopment);
};

const refuse = (response: ServerResponse, failure: Failure): void => {
  const { status, headers, document } = problemOf(failure);
  response.writeHead(status, { ...headers, connection: "close" }).end(JSON.stringify(document));
};

/**
 * Lets Next answer everything but the socket. Next gets an HTTP server of its own that never listens: it hooks the
 * upgrades of the one it is given, and would end Socket.IO's (reliability.md, fact 8).
 */
export const servePages = async ({
  server,
  isDevelopment,
  hostname,
  port,
  trustedProxies,
  blobs,
  built,
  log,
  metrics,
  tracer,
  isAway,
}: Pages) => {
  const decoy = new http.Server();
  const app = next({ dev: isDevelopment, hostname, port, httpServer: decoy });
  await app.prepare();
  const answer = app.getRequestHandler();

  const sendCompressed = createCompressedFiles(isDevelopment ? "" : ".next/static", "/_next/static/");

  // While one develops, pages change all the time, and none is kept.
  const sendWorker = isDevelopment ? () => false : createServiceWorker(".next", "public/sw.js");

  const sendPhoto = createPhotoFiles(blobs);
  const takeUpload = createUploadDoor(built);
  const sendAttachment = createAttachmentDoor(built);
  const sendGroupPicture = createGroupPictureDoor(built);

  const measure = createHttpMeter({ metrics, tracer, log });

  const respond = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    request.headers[ADDRESS_HEADER] = clientAddress(request, trustedProxies);
    request.headers[FROM_HERE_HEADER] = isFromHere(request) ? "1" : "0";
    const refusal = refusalOf(request);
    if (!refusal && (sendCompressed(request, response) || sendWorker(request, response))) return;
    // Not on the files: they are many, and their weight counts.
    response.setHeader("x-request-id", log.requestId());
    if (refusal) return refuse(response, refusal);
    if (await sendPhoto(request, response)) return;
    if ((await takeUpload(request, response)) || (await sendAttachment(request, response))) return;
    if (await sendGroupPicture(request, response)) return;
    setHeaders(request, response, isDevelopment);
    if (request.url?.startsWith("/api/")) packJson(request, response);
    failAsUnavailable(response, isAway);
    await answer(request, response);
  };

  const receive = (request: IncomingMessage, response: ServerResponse): void => {
    respond(request, response).catch((error: unknown) => {
      log.error({ error }, "a request ended in an error");
      if (!response.headersSent) response.writeHead(500);
      response.end();
    });
  };

  server.on("request", (request, response) => {
    if (request.url?.startsWith(`${SOCKET_PATH}/`)) return;
    log.during(() => measure(request, response, () => receive(request, response)));
  });
  routeUpgrades(server, { socketPath: SOCKET_PATH, next: isDevelopment ? decoy : undefined });
  return app;
};
