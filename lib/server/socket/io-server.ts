import type { Server as HttpServer } from "node:http";
import { Server, type ServerOptions } from "socket.io";
import { limits as sizes } from "#lib/contract/limits.ts";
import type { Clock, Log, Metrics, RateLimits, Tracer } from "#lib/domain/ports.ts";
import type { Identity } from "../identity.ts";
import type { Services } from "../services.ts";
import { admit, allowOrigin, oneConnectEach } from "./admission.ts";
import { createConnection } from "./connection.ts";
import { createDoor } from "./door.ts";
import { drain } from "./draining.ts";
import type { Entrance } from "./entrance.ts";
import { guardedParser } from "./guarded-parser.ts";
import { refuseTakeOver } from "./no-take-over.ts";
import { writeTogether } from "./one-write.ts";
import { endSilentLines } from "./silent-line.ts";
import { cutSlowReaders } from "./slow-reader.ts";
import { createWorkload } from "./workload.ts";

export const SOCKET_PATH = "/socket.io";

/** The Socket.IO server with the guards of reliability.md, section 3b. Nobody gets in before `openDoor`. */
export const createIoServer = (httpServer: HttpServer, origins: Set<string>, adapter: ServerOptions["adapter"]): Server => {
  const io = new Server(httpServer, {
    adapter,
    path: SOCKET_PATH,
    parser: guardedParser,
    allowRequest: allowOrigin(origins),
    maxHttpBufferSize: sizes.packetBytes,
    connectTimeout: 5_000,
    pingInterval: 10_000,
    pingTimeout: 5_000,
    perMessageDeflate: false,
    httpCompression: false,
    serveClient: false,
    allowEIO3: false,
    cors: { origin: false },
    // Off for good: it hands missed packets to whoever asks before any check runs, and cannot be relied on (facts 1 and 2).
    // The database and session:sync are the truth.
    // server.ts answers the upgrades that are nobody's; engine.io's own way leaks connections.
    destroyUpgrade: false,
  });
  cutSlowReaders(io);
  endSilentLines(io);
  refuseTakeOver(io);
  writeTogether(io);
  return io;
};

type Deps = {
  services: Services;
  identity: Identity;
  limits: RateLimits;
  entrance: Entrance;
  tokenLifeMs: number;
  clock: Clock;
  metrics: Metrics;
  tracer: Tracer;
  log: Log;
};

/** From now on people can connect. Returns what empties the house before it closes. */
export const openDoor = (io: Server, deps: Deps): (() => Promise<void>) => {
  const door = createDoor();
  const workload = createWorkload();
  io.use(oneConnectEach());
  io.use(admit({ ...deps, door }));
  deps.metrics.watch(async () => ({ uninest_connections: [{ labels: {}, value: io.of("/").sockets.size }] }));
  io.on("connection", createConnection({ ...deps, door, workload }));
  return () => drain({ io, door, workload });
};
