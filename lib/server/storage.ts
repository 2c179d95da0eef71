import type { BlobStore, FileScanner } from "#lib/domain/ports.ts";
import { createClamdScanner } from "#lib/infra/clamd-scanner.ts";
import { createDiskBlobs } from "#lib/infra/disk-blobs.ts";
import type { Env } from "#lib/infra/env.ts";
import { noScanner } from "#lib/infra/no-scanner.ts";
import { createS3Blobs } from "#lib/infra/s3-blobs.ts";

/** Where files are kept: in a bucket where one is named, else on this machine's disk. */
export const createBlobs = (env: Env): BlobStore => {
  if (env.S3_BUCKET === undefined) return createDiskBlobs(env.DATA_DIR);
  const { S3_ACCESS_KEY_ID: accessKeyId, S3_SECRET_ACCESS_KEY: secretAccessKey } = env;
  const credentials = accessKeyId && secretAccessKey ? { accessKeyId, secretAccessKey } : undefined;
  return createS3Blobs({ bucket: env.S3_BUCKET, region: env.S3_REGION, endpoint: env.S3_ENDPOINT, credentials });
};

export const createScanner = ({ CLAMD_URL }: Env): FileScanner =>
  CLAMD_URL === undefined ? noScanner : createClamdScanner(CLAMD_URL);
