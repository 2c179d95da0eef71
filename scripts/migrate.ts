import { readEnv } from "#lib/infra/env.ts";
import { createLog } from "#lib/infra/log.ts";
import { migrateDatabase } from "#lib/server/boot-database.ts";

/**
 * `npm run migrate`, after `npm run build`: brings the schema of the database up to date and ends. Nothing is served meanwhile by
 * this; the version that runs goes on (docs/deployment.md).
 */
const env = readEnv();
const log = createLog(env.LOG_LEVEL);
await migrateDatabase(env, log);
log.info({}, "the schema is up to date");
