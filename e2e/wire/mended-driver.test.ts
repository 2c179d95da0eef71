import path from "node:path";
import { build } from "esbuild";
import type postgres from "postgres";
import { expect, inject, onTestFinished, test } from "vitest";
import { mendedPostgres } from "#scripts/mended-postgres.mjs";

/** The driver as the bundle of the server has it. */
const openMended = async () => {
  const outfile = path.resolve(".test", "mended-postgres.mjs");
  await build({
    stdin: { contents: 'export { default } from "postgres"', resolveDir: "." },
    outfile,
    bundle: true,
    platform: "node",
    format: "esm",
    plugins: [mendedPostgres],
  });
  const module: { default: typeof postgres } = await import(outfile);
  const client = module.default(inject("postgresUrl"), { max: 1 });
  onTestFinished(() => client.end());
  return client;
};

const TEXTS = ["select $1::text as one", "select $1::text as two", "select $1::text as three", "select $1::text as four"];

test("a query that cannot be written behind others fails alone, and the connection goes on", async () => {
  const client = await openMended();
  // Prepared, they need no answer in between: all of them are on their way at once.
  for (const text of [...TEXTS, ...TEXTS]) await client.unsafe(text, ["before"], { prepare: true });
  const values = ["a", "b", undefined, "d"];
  const transaction = client.begin(async (line) => {
    const asked = TEXTS.map((text, index) => line.unsafe(text, [values[index]] as string[], { prepare: true }).execute());
    return { results: await Promise.allSettled(asked) };
  });
  await expect(transaction).rejects.toMatchObject({ code: "UNDEFINED_VALUE" });
  expect([...(await client.unsafe("select $1::text as one", ["after"], { prepare: true }))]).toEqual([{ one: "after" }]);
});
