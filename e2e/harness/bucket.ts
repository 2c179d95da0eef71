// @ts-expect-error It comes without types.
import S3rver from "@20minutes/s3rver";

type Server = { run: () => Promise<{ port: number }>; close: () => Promise<void> };

/** A bucket on this machine, kept in that folder, of a server that speaks S3. */
export const openBucket = async (directory: string) => {
  const bucket = "files";
  const configureBuckets = [{ name: bucket }];
  const server: Server = new S3rver({ port: 0, address: "127.0.0.1", silent: true, directory, configureBuckets });
  const { port } = await server.run();
  return {
    bucket,
    endpoint: `http://127.0.0.1:${port}`,
    /** What it lets in. */
    accessKeyId: "S3RVER",
    secretAccessKey: "S3RVER",
    close: (): Promise<void> => server.close(),
  };
};
export type Bucket = Awaited<ReturnType<typeof openBucket>>;
