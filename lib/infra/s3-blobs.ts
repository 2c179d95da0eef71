import type { S3Client } from "@aws-sdk/client-s3";
import { fail } from "#lib/domain/fail.ts";
import type { BlobStore } from "#lib/domain/ports.ts";

export type S3Settings = {
  bucket: string;
  region: string;
  /** Where it is; absent: at Amazon's. */
  endpoint: string | undefined;
  /** Absent: what the machine has been given. */
  credentials: { accessKeyId: string; secretAccessKey: string } | undefined;
};

/** A bucket that does not take a line, or says nothing on it, for so long is away. Its program would wait for ever. */
const TIMES = { connectionTimeout: 2_000, socketTimeout: 5_000 };

const isMissing = (error: unknown): boolean =>
  error instanceof Error && (error.name === "NotFound" || error.name === "NoSuchKey");

const away = (cause: unknown): never => {
  throw fail("unavailable", { message: "There is no room for files at the moment.", cause });
};

/** What is missing is nothing, all else is an outage. */
const unlessMissing = (error: unknown): undefined => (isMissing(error) ? undefined : away(error));

/** Files in a bucket of whatever speaks S3. Its program is large, and is loaded with the first file. */
export const createS3Blobs = ({ bucket: Bucket, region, endpoint, credentials }: S3Settings): BlobStore => {
  const load = async () => {
    const sdk = await import("@aws-sdk/client-s3");
    const client: S3Client = new sdk.S3Client({
      region,
      // Buckets as parts of the host's name are Amazon's.
      ...(endpoint === undefined ? {} : { endpoint, forcePathStyle: true }),
      ...(credentials ? { credentials } : {}),
      requestHandler: TIMES,
      maxAttempts: 2,
      // Others than Amazon do not all know the newer check sums.
      requestChecksumCalculation: "WHEN_REQUIRED",
      responseChecksumValidation: "WHEN_REQUIRED",
    });
    return { sdk, client };
  };
  let loaded: ReturnType<typeof load> | undefined;
  const s3 = (): ReturnType<typeof load> => {
    loaded ??= load();
    return loaded;
  };

  return {
    put: async (Key, Body) => {
      const { sdk, client } = await s3();
      await client.send(new sdk.PutObjectCommand({ Bucket, Key, Body })).catch(away);
    },
    size: async (Key) => {
      const { sdk, client } = await s3();
      return (await client.send(new sdk.HeadObjectCommand({ Bucket, Key })).catch(unlessMissing))?.ContentLength;
    },
    open: async (Key, range) => {
      const { sdk, client } = await s3();
      const Range = range && `bytes=${range.start}-${range.end}`;
      const found = await client.send(new sdk.GetObjectCommand({ Bucket, Key, Range })).catch(unlessMissing);
      if (!found?.Body) return undefined;
      // Of a part, the whole stands behind the stroke.
      const size = Number(found.ContentRange?.split("/")[1] ?? found.ContentLength);
      return { size, chunks: found.Body as AsyncIterable<Uint8Array> };
    },
    remove: async (keys) => {
      const { sdk, client } = await s3();
      for (const Key of keys) await client.send(new sdk.DeleteObjectCommand({ Bucket, Key })).catch(unlessMissing);
    },
  };
};
