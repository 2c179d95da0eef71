import { sql } from "drizzle-orm";
import { type Health, type PartName, type PartState, partNames } from "#lib/contract/routes/service.ts";
import type { Database } from "#lib/db/client.ts";
import type { Metrics } from "#lib/domain/ports.ts";

/** A database that has not answered by then is down for those who wait. */
const PATIENCE_MS = 2_500;
/** With less than that left, the next photos find no room. */
const LEAST_BYTES = 100 * 1024 * 1024;

const withinPatience = <Result>(work: Promise<Result>): Promise<Result> =>
  Promise.race([
    work,
    new Promise<never>((_, reject) => {
      setTimeout(() => reject(new Error("no answer in time")), PATIENCE_MS).unref();
    }),
  ]);

type Part = { isUp: () => boolean };
type Deps = {
  database: Pick<Database, "read" | "isAway">;
  freeBytes: () => Promise<number>;
  /** Nothing in the place of one that is not set up. */
  parts: Record<Exclude<PartName, "database" | "disk">, Part | undefined>;
};

const worked = (work: Promise<unknown>): Promise<boolean> =>
  work.then(
    () => true,
    () => false,
  );

const stateOf = (isUp: boolean): PartState => ({ state: isUp ? "up" : "down" });
const stateOfPart = (part: Part | undefined): PartState => (part ? stateOf(part.isUp()) : { state: "off" });

const statusOf = (parts: Record<PartName, PartState>): Health["status"] => {
  if (parts.database.state === "down") return "down";
  return Object.values(parts).some(({ state }) => state === "down") ? "degraded" : "ok";
};

/** The state of each part. Nobody can be served without the database; of the others, one thing or another waits or is refused. */
export const createHealth =
  ({ database, freeBytes, parts: others }: Deps) =>
  async (): Promise<Health> => {
    const [hasDatabase, hasRoom] = await Promise.all([
      database.isAway() ? false : worked(withinPatience(database.read((db) => db.execute(sql`select 1`)))),
      freeBytes().then(
        (bytes) => bytes >= LEAST_BYTES,
        () => false,
      ),
    ]);
    const parts = {
      database: stateOf(hasDatabase),
      redis: stateOfPart(others.redis),
      jobs: stateOfPart(others.jobs),
      mail: stateOfPart(others.mail),
      push: stateOfPart(others.push),
      storage: stateOfPart(others.storage),
      scanner: stateOfPart(others.scanner),
      disk: stateOf(hasRoom),
    };
    return { status: statusOf(parts), parts };
  };

/** Lets whoever looks see the parts and the room for files. */
export const watchHealth = (metrics: Metrics, health: () => Promise<Health>, freeBytes: () => Promise<number>): void => {
  metrics.watch(async () => {
    const { parts } = await health();
    const used = partNames.filter((part) => parts[part].state !== "off");
    return { uninest_part_up: used.map((part) => ({ labels: { part }, value: parts[part].state === "up" ? 1 : 0 })) };
  });
  metrics.watch(async () => ({ uninest_disk_free_bytes: [{ labels: {}, value: await freeBytes() }] }));
};
