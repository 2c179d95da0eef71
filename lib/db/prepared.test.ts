import { DrizzleQueryError } from "drizzle-orm/errors";
import type { Sql } from "postgres";
import { expect, test } from "vitest";
import { preparing } from "./prepared.ts";

type Options = { prepare?: boolean };

/** A client that only remembers what it was asked. */
const createClient = () => {
  const asked: [string, boolean | undefined][] = [];
  const client = {
    options: { max: 1 },
    unsafe: (text: string, _parameters: unknown[], { prepare }: Options = {}) => asked.push([text, prepare]),
    begin: async (work: (inner: unknown) => unknown) => work(client),
    savepoint: async (work: (inner: unknown) => unknown) => work(client),
  };
  return { client: client as unknown as Sql, asked };
};

test("a statement that comes again is prepared, whatever its place: alone, in a transaction, in one within that", async () => {
  const { client, asked } = createClient();
  const prepared = preparing(client);
  prepared.unsafe("one", [1]);
  await prepared.begin(async (inner) => {
    inner.unsafe("one", [2]);
    await inner.savepoint(async (innermost) => {
      innermost.unsafe("one", [3]);
      innermost.unsafe("two", [3]);
    });
  });
  expect(asked).toEqual([
    ["one", false],
    ["one", true],
    ["one", true],
    ["two", false],
  ]);
  expect(prepared.options).toBe(client.options);
});

test("past five hundred texts only those that are known are prepared: a connection keeps them for as long as it lives", () => {
  const { client, asked } = createClient();
  const prepared = preparing(client);
  const ask = (at: number) => void prepared.unsafe(`in ${at}`, [at]);
  for (let at = 1; at <= 501; at += 1) for (const _ of [1, 2]) ask(at);
  ask(501);
  ask(500);
  expect(asked.slice(-4)).toEqual([
    ["in 501", false],
    ["in 501", false],
    ["in 501", false],
    ["in 500", true],
  ]);
});

test("texts that come once take nobody's place", () => {
  const { client, asked } = createClient();
  const prepared = preparing(client);
  for (let at = 1; at <= 5_000; at += 1) prepared.unsafe(`in ${at}`, [at]);
  for (const _ of [1, 2]) prepared.unsafe("often", []);
  expect(asked.slice(-2)).toEqual([
    ["often", false],
    ["often", true],
  ]);
  expect(asked.filter(([, isPrepared]) => isPrepared)).toHaveLength(1);
});

const failing = (code: string): Error => Object.assign(new Error(code), { code });

test("what only says that the transaction has failed already is the driver's own, which it tells the first failure for", async () => {
  const prepared = preparing(createClient().client);
  const aborted = failing("25P02");
  const unique = new DrizzleQueryError("insert", [], failing("23505"));
  const failWith = (error: Error) => async () => {
    throw error;
  };
  await expect(prepared.begin(failWith(new DrizzleQueryError("select", [], aborted)))).rejects.toBe(aborted);
  await expect(prepared.begin(failWith(unique))).rejects.toBe(unique);
});
