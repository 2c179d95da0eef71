import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { BlobStore } from "#lib/domain/ports.ts";
import { type Bucket, openBucket } from "../../e2e/harness/bucket.ts";
import { createDiskBlobs } from "./disk-blobs.ts";
import { createS3Blobs, type S3Settings } from "./s3-blobs.ts";

const folder = fs.mkdtempSync(path.join(os.tmpdir(), "blobs-"));
let server: Bucket;
let settings: S3Settings;
let stores: Record<"disk" | "s3", BlobStore>;

beforeAll(async () => {
  server = await openBucket(folder);
  const { bucket, endpoint, ...credentials } = server;
  settings = { bucket, region: "eu-central-1", endpoint, credentials };
  stores = { disk: createDiskBlobs(folder), s3: createS3Blobs(settings) };
});
afterAll(async () => {
  await server.close();
  fs.rmSync(folder, { recursive: true });
});

const read = async (store: BlobStore, name: string, range?: { start: number; end: number }) => {
  const found = await store.open(name, range);
  if (!found) return undefined;
  const chunks = [];
  for await (const chunk of found.chunks) chunks.push(chunk);
  return { size: found.size, text: Buffer.concat(chunks).toString() };
};

test.each(["disk", "s3"] as const)("%s: what goes in comes out, whole or in part, until it is removed", async (name) => {
  const store = stores[name];
  const [one, other] = ["attachments/one.file", "attachments/other.file"];
  expect([await read(store, one), await store.size(one)]).toEqual([undefined, undefined]);
  await store.put(one, Buffer.from("hello world"));
  await store.put(other, Buffer.from("other"));
  expect(await store.size(one)).toBe(11);
  expect(await read(store, one)).toEqual({ size: 11, text: "hello world" });
  expect(await read(store, one, { start: 2, end: 4 })).toEqual({ size: 11, text: "llo" });
  await store.put(one, Buffer.from("again"));
  expect(await read(store, one)).toEqual({ size: 5, text: "again" });
  for (const _ of ["once", "twice"]) await store.remove([one, "attachments/none.file"]);
  expect([await read(store, one), await store.size(one)]).toEqual([undefined, undefined]);
  expect(await read(store, other)).toEqual({ size: 5, text: "other" });
});

test("a bucket that does not answer is an outage, and says nothing else", async () => {
  const away = createS3Blobs({ ...settings, endpoint: "http://127.0.0.1:9" });
  const asked = [() => away.put("a/a.file", Buffer.from("a")), () => away.size("a/a.file"), () => away.open("a/a.file")];
  for (const ask of asked) await expect(ask()).rejects.toMatchObject({ name: "Failure", code: "unavailable" });
}, 30_000);
