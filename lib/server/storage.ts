import { fail, isFailure } from "#lib/domain/fail.ts";
import type { BlobStore, FileScanner } from "#lib/domain/ports.ts";
import { type Breaker, createBreaker, isResting } from "#lib/infra/breaker.ts";
import { createClamdScanner } from "#lib/infra/clamd-scanner.ts";
import { createDiskBlobs } from "#lib/infra/disk-blobs.ts";
import type { Env } from "#lib/infra/env.ts";
import { noScanner } from "#lib/infra/no-scanner.ts";
import { createS3Blobs } from "#lib/infra/s3-blobs.ts";

/** A part outside, and whether it works; `breaker` is absent where it is none. */
type Guarded<Part> = { part: Part; breaker: Pick<Breaker, "isUp"> | undefined };

const isUnavailable = (error: unknown): boolean => isFailure(error) && error.code === "unavailable";

/** Whoever finds it resting is told what it would have told them itself. */
const orUnavailable =
  (breaker: Breaker, message: string) =>
  <Result>(work: () => Promise<Result>): Promise<Result> =>
    breaker.during(work).catch((cause: unknown) => {
      throw isResting(cause) ? fail("unavailable", { message, cause }) : cause;
    });

const guardBlobs = (blobs: BlobStore): Guarded<BlobStore> => {
  const breaker = createBreaker({ isItsFault: isUnavailable });
  const ask = orUnavailable(breaker, "There is no room for files at the moment.");
  return {
    breaker,
    part: {
      put: (key, bytes) => ask(() => blobs.put(key, bytes)),
      size: (key) => ask(() => blobs.size(key)),
      open: (key, range) => ask(() => blobs.open(key, range)),
      remove: (keys) => ask(() => blobs.remove(keys)),
    },
  };
};

/** Where files are kept: in a bucket where one is named, else on this machine's disk. */
export const createBlobs = (env: Env): Guarded<BlobStore> => {
  if (env.S3_BUCKET === undefined) return { part: createDiskBlobs(env.DATA_DIR), breaker: undefined };
  const { S3_ACCESS_KEY_ID: accessKeyId, S3_SECRET_ACCESS_KEY: secretAccessKey } = env;
  const credentials = accessKeyId && secretAccessKey ? { accessKeyId, secretAccessKey } : undefined;
  return guardBlobs(createS3Blobs({ bucket: env.S3_BUCKET, region: env.S3_REGION, endpoint: env.S3_ENDPOINT, credentials }));
};

export const createScanner = ({ CLAMD_URL }: Env): Guarded<FileScanner> => {
  if (CLAMD_URL === undefined) return { part: noScanner, breaker: undefined };
  const { isClean } = createClamdScanner(CLAMD_URL);
  const breaker = createBreaker({ isItsFault: isUnavailable });
  const ask = orUnavailable(breaker, "Files cannot be checked at the moment. Try again.");
  return { part: { isClean: (bytes) => ask(() => isClean(bytes)) }, breaker };
};
