import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Clamd, HARMFUL, openClamd } from "../../e2e/harness/clamd.ts";
import { createClamdScanner } from "./clamd-scanner.ts";

let clamd: Clamd;
beforeAll(async () => {
  clamd = await openClamd();
});
afterAll(() => clamd.close());

test("what is harmful is told from what is not, wherever it stands in a file of many pieces", async () => {
  const { isClean } = createClamdScanner(clamd.url);
  expect(await isClean(new Uint8Array())).toBe(true);
  expect(await isClean(randomBytes(1024 * 1024))).toBe(true);
  // Across the border of two pieces.
  const file = Buffer.concat([Buffer.alloc(64 * 1024 - 5), Buffer.from(HARMFUL), Buffer.alloc(64 * 1024)]);
  expect(await isClean(file)).toBe(false);
  expect(clamd.scanned()).toBe(3);
});

test.each(["", "INSTREAM size limit exceeded. ERROR\0", "stream: OK", "x".repeat(5_000)])(
  "an answer of %j is none: nobody has looked",
  async (answer) => {
    clamd.answers(answer);
    await expect(createClamdScanner(clamd.url).isClean(Buffer.from("a"))).rejects.toMatchObject({ code: "unavailable" });
    clamd.answers(undefined);
  },
);

test("where nobody is, nobody has looked", async () => {
  await expect(createClamdScanner("tcp://127.0.0.1:9").isClean(Buffer.from("a"))).rejects.toMatchObject({ code: "unavailable" });
});
