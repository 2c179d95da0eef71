import { is, Placeholder, type SQL, type SQLWrapper, sql } from "drizzle-orm";
import type { Db } from "./client.ts";

/** A text with its parameters, as the driver takes it. */
export type Query = { text: string; params: unknown[] };
/** What is to be asked, with rows of this shape for an answer. */
export type Asked<Row extends object = object> = { queryOn: (db: Db) => Query; row?: Row };

/** Drizzle writes it without running it. */
const written = (db: Db, said: SQL): Query => {
  const { sql: text, params } = db.execute(said).getQuery();
  return { text, params };
};

/** What is written anew each time that it is asked. */
export const once = (said: SQL): Asked => ({ queryOn: (db) => written(db, said) });

/**
 * A statement whose text is written once and kept, with a value for each name. For what each message asks: to put a text together takes
 * drizzle longer than the database takes to answer it.
 */
export const statement = <Row extends object, Values extends Record<string, unknown>>(
  write: (named: { [Name in keyof Values]: SQLWrapper }) => SQL,
): ((values: Values) => Asked<Row>) => {
  const named = new Proxy({} as { [Name in keyof Values]: SQLWrapper }, { get: (_, name) => sql.placeholder(String(name)) });
  let kept: { text: string; valuesOf: (values: Values) => unknown[] } | undefined;
  const keep = (db: Db) => {
    const { text, params } = written(db, write(named));
    const slots = params.map((param) => (is(param, Placeholder) ? { name: param.name as keyof Values } : { param }));
    return { text, valuesOf: (values: Values) => slots.map((slot) => ("name" in slot ? values[slot.name] : slot.param)) };
  };
  return (values) => ({
    queryOn: (db) => {
      kept ??= keep(db);
      return { text: kept.text, params: kept.valuesOf(values) };
    },
  });
};
