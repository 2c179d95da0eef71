import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import postgres from "postgres";
import { startEmbeddedPostgres } from "#lib/db/embedded/embedded-postgres.ts";

/** A PostgreSQL for one test run, in a folder of its own that goes with it. `TEST_DATABASE_URL` names another one to use. */
export const startTestPostgres = async () => {
  const { TEST_DATABASE_URL } = process.env;
  if (TEST_DATABASE_URL) return { url: TEST_DATABASE_URL, stop: async () => undefined };
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "uninest-test-"));
  fs.chmodSync(folder, 0o755);
  const { url, stop } = await startEmbeddedPostgres(path.join(folder, "pg"));
  return {
    url,
    stop: async () => {
      await stop();
      fs.rmSync(folder, { recursive: true, force: true });
    },
  };
};

/** Makes an empty database in that PostgreSQL. Resolves to its URL. */
export const createEmptyDatabase = async (url: string, name: string): Promise<string> => {
  const client = postgres(url, { max: 1, onnotice: () => undefined });
  await client.unsafe(`drop database if exists ${name}`);
  await client.unsafe(`create database ${name}`);
  await client.end();
  const made = new URL(url);
  made.pathname = `/${name}`;
  return made.href;
};
