import { readEnv } from "#lib/infra/env.ts";
import { createLog } from "#lib/infra/log.ts";
import { createPrometheus } from "#lib/infra/prometheus.ts";
import { createTracing } from "#lib/infra/tracing.ts";
import { openDatabase } from "#lib/server/boot-database.ts";
import { buildRuntime } from "#lib/server/build-runtime.ts";
import { logConsole } from "#lib/server/console-log.ts";
import { loadDemoData } from "#lib/server/demo-data.ts";
import { setRuntime } from "#lib/server/runtime.ts";
import { traceDatabase } from "#lib/server/trace-database.ts";
import { createHttpServer, servePages } from "#lib/server/web-server.ts";

/** A stop that takes longer than this is no stop. */
const STOP_MS = 10_000;

const env = readEnv();
const log = createLog(env.LOG_LEVEL);
const isDevelopment = env.NODE_ENV !== "production";
if (!isDevelopment) logConsole(log);
// next-auth reads it from here, and nowhere else.
process.env.NEXTAUTH_URL = env.PUBLIC_URL ?? `http://localhost:${env.PORT}`;

const prometheus = createPrometheus();
const onWait = (ms: number): void => prometheus.metrics.observe("uninest_database_wait_seconds", ms / 1_000, {});
const tracing = await createTracing(env.OTEL_EXPORTER_OTLP_ENDPOINT);
const { database, url: databaseUrl, close } = await openDatabase(env, log, { onWait, around: traceDatabase(tracing) });
if (env.DEMO) {
  await loadDemoData({ database, password: env.DEMO_PASSWORD, log }).catch(async (error: unknown) => {
    await close();
    throw error;
  });
}
const { server, stopAccepting, cutAfterFarewell } = createHttpServer();
const built = await buildRuntime({
  env,
  database,
  databaseUrl,
  httpServer: server,
  prometheus,
  tracer: tracing,
  log,
  port: env.PORT,
});
const { runtime, io, blobs, metrics, prepare, work, drain, stop: stopWatching } = built;
await prepare();
setRuntime(runtime);
const pages = await servePages({
  server,
  isDevelopment,
  hostname: "localhost",
  port: env.PORT,
  trustedProxies: env.TRUSTED_PROXIES,
  blobs,
  built: runtime,
  log,
  metrics,
  tracer: tracing,
  isAway: database.isAway,
});
server.listen(env.PORT, env.HOST, () => log.info({ url: process.env.NEXTAUTH_URL }, "UniNest is listening"));
// Last: a start needs all there is of the processor.
work();

let stopping = false;
const stop = async (exitCode: number): Promise<void> => {
  if (stopping) return;
  stopping = true;
  setTimeout(() => process.exit(exitCode || 1), STOP_MS).unref();
  stopAccepting();
  await drain();
  cutAfterFarewell();
  stopWatching();
  await io.close();
  await pages.close();
  await close();
  await tracing.stop();
  process.exit(exitCode);
};

for (const signal of ["SIGTERM", "SIGINT"] as const) process.on(signal, () => void stop(0));

// What nobody expected leaves the process in a state that nobody knows: finish, and let the supervisor start a new one.
for (const event of ["uncaughtException", "unhandledRejection"] as const) {
  process.on(event, (error: unknown) => {
    log.error({ error }, event);
    void stop(1);
  });
}
