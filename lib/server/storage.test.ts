import net from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { readEnv } from "#lib/infra/env.ts";
import { createBlobs, createScanner } from "./storage.ts";

/** Takes a connection and ends it, as a part does that is not itself. */
const openBroken = async () => {
  let asked = 0;
  const server = net.createServer((socket) => {
    asked += 1;
    socket.destroy();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void server.close());
  const address = server.address();
  return { port: typeof address === "object" ? address?.port : 0, asked: () => asked };
};
const refusalOf = (work: Promise<unknown>) =>
  work.catch(({ code, message }: { code: string; message: string }) => ({ code, message }));

test("a scanner that is away is asked three times, and then left alone; whoever has a file hears the same", async () => {
  const broken = await openBroken();
  const { part, breaker } = createScanner(readEnv({ NODE_ENV: "test", CLAMD_URL: `tcp://127.0.0.1:${broken.port}` }));
  const refusals: unknown[] = [];
  for (let turn = 0; turn < 5; turn += 1) refusals.push(await refusalOf(part.isClean(new Uint8Array(8))));
  expect(new Set(refusals.map((one) => JSON.stringify(one))).size).toBe(1);
  expect(refusals[0]).toMatchObject({ code: "unavailable" });
  expect([broken.asked(), breaker?.isUp()]).toEqual([3, false]);
});

test("so is a bucket", async () => {
  const broken = await openBroken();
  const S3 = {
    S3_BUCKET: "files",
    S3_ENDPOINT: `http://127.0.0.1:${broken.port}`,
    S3_ACCESS_KEY_ID: "one",
    S3_SECRET_ACCESS_KEY: "two",
  };
  const { part, breaker } = createBlobs(readEnv({ NODE_ENV: "test", ...S3 }));
  for (let turn = 0; turn < 3; turn += 1)
    expect(await refusalOf(part.size("photos/one.webp"))).toMatchObject({ code: "unavailable" });
  const asked = broken.asked();
  expect(await refusalOf(part.put("photos/one.webp", new Uint8Array(8)))).toMatchObject({ code: "unavailable" });
  expect([broken.asked() - asked, breaker?.isUp()]).toEqual([0, false]);
});

test("this machine's disk is no part outside, and nobody at all looks where nobody is set up", () => {
  const env = readEnv({ NODE_ENV: "test" });
  expect([createBlobs(env).breaker, createScanner(env).breaker]).toEqual([undefined, undefined]);
});
