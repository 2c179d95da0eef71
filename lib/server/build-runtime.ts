import type { Server as HttpServer } from "node:http";
import type { Server } from "socket.io";
import { v7 } from "uuid";
import type { RateName } from "#lib/contract/limits.ts";
import type { Database } from "#lib/db/client.ts";
import { createPulseMeter } from "#lib/domain/operations/pulse-meter.ts";
import type { BlobStore, Log, Metrics, Tracer } from "#lib/domain/ports.ts";
import { createArgon2Passwords } from "#lib/infra/argon2-passwords.ts";
import { createDiskParts } from "#lib/infra/disk-parts.ts";
import { createDiskSpace } from "#lib/infra/disk-space.ts";
import { ed25519 } from "#lib/infra/ed25519.ts";
import type { Env } from "#lib/infra/env.ts";
import { createFileAuditHeads } from "#lib/infra/file-audit-heads.ts";
import { createGraphileQueue } from "#lib/infra/jobs/graphile-queue.ts";
import { createJobWorker } from "#lib/infra/jobs/graphile-worker.ts";
import { createJwtAccessTokens } from "#lib/infra/jwt-access-tokens.ts";
import { createLinkReader, netFor } from "#lib/infra/links/link-reader.ts";
import { createPictureProcess } from "#lib/infra/pictures/picture-process.ts";
import type { Prometheus } from "#lib/infra/prometheus.ts";
import { auditKeys, authSecret, keyFor, transcriptKey } from "#lib/infra/secret.ts";
import { againAndAgain } from "./again-and-again.ts";
import { watchAuditHead } from "./audit-head-watch.ts";
import { watchDeadlines } from "./deadline-watch.ts";
import { createHealth, watchHealth } from "./health.ts";
import { createIdentity } from "./identity.ts";
import { createJobHandlers } from "./jobs/handlers.ts";
import { createMail } from "./mail.ts";
import { openNodes } from "./nodes.ts";
import { ownOrigins } from "./origins.ts";
import { createPush } from "./push.ts";
import { watchQueue } from "./queue-watch.ts";
import type { Runtime } from "./runtime.ts";
import { createServices } from "./services.ts";
import { createEntrance } from "./socket/entrance.ts";
import { createIoServer, openDoor } from "./socket/io-server.ts";
import { createLiveSockets } from "./socket/live-sockets.ts";
import { watchMemberships } from "./socket/membership-watch.ts";
import { createPublisher } from "./socket/publisher.ts";
import { watchRevocations } from "./socket/revocation-watch.ts";
import { createBlobs, createScanner } from "./storage.ts";
import { createVitals } from "./vitals.ts";

const BEAT_MS = 5_000;
const WEIGHTS_MS = 10_000;

type Parts = {
  env: Env;
  database: Database;
  databaseUrl: string;
  httpServer: HttpServer;
  prometheus: Prometheus;
  tracer: Tracer;
  log: Log;
  port: number;
};
type Built = {
  runtime: Runtime;
  io: Server;
  blobs: BlobStore;
  /** Counts for whoever scrapes, and for the admins' overview. */
  metrics: Metrics;
  /** Takes over what this process keeps in memory of what is stored; before it nobody may be served. */
  prepare: () => Promise<void>;
  /** Begins to run jobs. */
  work: () => void;
  drain: () => Promise<void>;
  stop: () => void;
};

/** Wires everything in the form that the settings ask for; what nodes share is in `nodes.ts`. */
export const buildRuntime = async ({
  env,
  database,
  databaseUrl,
  httpServer,
  prometheus,
  tracer,
  log,
  port,
}: Parts): Promise<Built> => {
  const meter = createPulseMeter(prometheus.metrics);
  const { metrics } = meter;
  const clock = () => new Date();
  const secret = authSecret(env.AUTH_SECRET, env.DATA_DIR);
  const origins = ownOrigins(env.PUBLIC_URL, port);
  const onHit = (limit: RateName): void => metrics.count("uninest_limits_hit_total", { limit });
  const nodes = await openNodes({ env, onHit, log });
  const { limits } = nodes;
  const io = createIoServer(httpServer, origins, nodes.adapter);
  const entrance = createEntrance();
  const publicOrigin = new URL(env.PUBLIC_URL ?? `http://localhost:${port}`).origin;
  const mail = createMail({ env, origin: publicOrigin, clock, log });
  const push = createPush({ env, origin: publicOrigin, clock });
  const freeBytes = createDiskSpace(env.DATA_DIR);
  const storage = createBlobs(env);
  const blobs = storage.part;
  const scanner = createScanner(env);
  const pictures = createPictureProcess();
  const { auditKey, headKey } = auditKeys(secret);
  const queue = createGraphileQueue({ newId: v7 });
  watchQueue({ database, queue, metrics });
  const services = createServices({
    database,
    auditHeads: createFileAuditHeads(env.DATA_DIR, headKey),
    auditKey,
    transcriptSigner: ed25519(transcriptKey(secret)),
    blobs,
    parts: createDiskParts(env.DATA_DIR),
    pictures,
    scanner: scanner.part,
    freeBytes,
    links: createLinkReader({ origin: publicOrigin, net: netFor(env.PREVIEW_LOOPBACK) }),
    publish: createPublisher(io, entrance),
    mailer: mail.mailer,
    jobs: queue,
    push,
    origin: publicOrigin,
    linkKey: keyFor(secret, "links in mails"),
    limits,
    store: nodes.store,
    passwords: createArgon2Passwords(),
    tokens: createJwtAccessTokens({ secret, lifeSeconds: env.ACCESS_TOKEN_SECONDS, clock }),
    clock,
    newId: v7,
    metrics,
    meter,
    vitals: createVitals(io, database),
    log,
  });
  const secureCookie = env.PUBLIC_URL?.startsWith("https:") ?? false;
  const identity = createIdentity({ sessions: services.sessions, secret, secureCookie });
  const tokenLifeMs = env.ACCESS_TOKEN_SECONDS * 1_000;
  const emptyHouse = openDoor(io, { services, identity, limits, entrance, tokenLifeMs, clock, metrics, tracer, log });
  nodes.onDoubt((userIds) => void services.presence.recall(userIds));
  const sockets = createLiveSockets(io);
  const revocations = watchRevocations({ sockets, changesOfAccess: services.sessions.changesOfAccess, log });
  const memberships = watchMemberships({ sockets, endsOfMemberships: services.conversations.endsOfMemberships, log });
  const deadlines = [services.bookings, services.viewings].map(({ expireDue }) => watchDeadlines({ expireDue, log }));
  const repeated = [
    againAndAgain({ work: services.pulse.beat, everyMs: BEAT_MS, complaint: "the pulse could not be taken", log }),
    // What an admin has set through another process.
    againAndAgain({ work: services.weights.load, everyMs: WEIGHTS_MS, complaint: "the rules' weights could not be read", log }),
  ];
  const auditHead = watchAuditHead({ keep: services.auditHead.keep, log });
  const worker = createJobWorker({
    url: databaseUrl,
    handlers: createJobHandlers(services),
    onRound: services.schedule.enqueueDue,
    metrics,
    tracer,
    log,
  });
  const drain = async (): Promise<void> => {
    await Promise.all([emptyHouse(), worker.stop()]);
    await auditHead.stop();
  };
  const stop = (): void => {
    pictures.close();
    revocations.stop();
    memberships.stop();
    for (const one of repeated) one.stop();
    for (const watch of deadlines) watch.stop();
    nodes.close();
  };
  const health = createHealth({
    database,
    freeBytes,
    parts: { redis: nodes.redis, jobs: worker, mail: mail.watch, push, storage: storage.breaker, scanner: scanner.breaker },
  });
  watchHealth(metrics, health, freeBytes);
  const runtime = {
    services,
    identity,
    limits,
    log,
    origins,
    authSecret: secret,
    isBuilt: env.NODE_ENV === "production",
    demoPassword: env.DEMO ? env.DEMO_PASSWORD : undefined,
    health,
    metricsText: prometheus.text,
    metricsToken: env.METRICS_TOKEN,
    shownMails: mail.shown,
  };
  return { runtime, io, blobs, metrics, prepare: services.weights.load, work: worker.start, drain, stop };
};
