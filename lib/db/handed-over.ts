import type { Sql } from "postgres";
import type { Db } from "./client.ts";
import type { Asked } from "./statement.ts";

/** The driver refuses what it cannot write (a date that is none) a step or two of the queue of promises after it was handed over. */
const STEPS = 8;

/** The line on which a transaction speaks: drizzle has no public name for it. */
const lineOf = (db: Db): Sql => (db as unknown as { session: { client: Sql } }).session.client;

const handOver = <Row extends object>(db: Db, asked: Asked<Row>) => {
  const { text, params } = asked.queryOn(db);
  // The driver refuses it too, but takes another query for it that is on its way.
  if (params.includes(undefined)) throw new TypeError(`a parameter is undefined: ${text}`);
  return lineOf(db)
    .unsafe<Row[]>(text, params as never[])
    .execute();
};

/**
 * Asks at once, ahead of whatever drizzle is asked in the same moment and without a turn of its own: what drizzle asks takes some steps
 * before it is on its way. Rows come as the driver reads them: times are texts.
 */
export const askAtOnce = async <Row extends object>(db: Db, asked: Asked<Row>): Promise<Row[]> => handOver(db, asked);

/**
 * Has statements of a transaction done without waiting for them, so that its COMMIT is on its way together with them; where one of them
 * fails, that COMMIT is a rollback. `done` is to be awaited after the transaction: it says whether they are stored.
 * @throws what the driver says of a statement that it cannot even write: then there must be no COMMIT
 */
export const doMeanwhile = async (db: Db, statements: Asked[]): Promise<{ done: Promise<unknown> }> => {
  const failures: unknown[] = [];
  const queries = statements.map((asked) => handOver(db, asked));
  for (const query of queries) query.catch((error: unknown) => failures.push(error));
  for (let step = 0; step < STEPS; step += 1) await undefined;
  if (failures.length > 0) throw failures[0];
  const done = Promise.all(queries);
  // A transaction that fails by itself is told by itself, and then nobody waits for this.
  done.catch(() => undefined);
  return { done };
};
