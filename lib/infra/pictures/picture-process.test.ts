import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import sharp from "sharp";
import { expect, onTestFinished, test } from "vitest";
import { createPictureProcess } from "./picture-process.ts";

const file = path.join(import.meta.dirname, "testing", "bad-decoder.mjs");
type Told = { pid: number; env: string[] };

/** A busy machine takes its time to swell. */
const ENDED_MS = 120_000;

const open = (options: Parameters<typeof createPictureProcess>[0] = { program: { file } }) => {
  const pictures = createPictureProcess(options);
  onTestFinished(pictures.close);
  return pictures;
};
const asked = (what: string): Uint8Array => Buffer.from(what);
const codeOf = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => "ok",
    (error: { code?: string }) => error.code,
  );

test("the real one decodes, and says why it does not", async () => {
  const pictures = open({});
  const png = await sharp({ create: { width: 40, height: 20, channels: 3, background: "red" } })
    .png()
    .toBuffer();
  const { full, width, height } = await pictures.attach(png);
  expect([(await sharp(full).metadata()).format, width, height]).toEqual(["webp", 40, 20]);
  expect(await codeOf(pictures.shrink(asked("no picture")))).toBe("validation_failed");
});

test("a decoder that dies over a picture takes nothing with it: the picture is refused, the next one is decoded", async () => {
  const pictures = open();
  const { pid } = (await pictures.attach(asked("tell"))) as unknown as Told;
  const [died, after] = await Promise.all([codeOf(pictures.attach(asked("die"))), pictures.attach(asked("tell"))]);
  expect(died).toBe("validation_failed");
  expect((after as unknown as Told).pid).not.toBe(pid);
});

test("one that hangs or swells is ended", { timeout: ENDED_MS }, async () => {
  const pictures = open({ program: { file }, patienceMs: 300, mostBytes: 256 * 1024 * 1024 });
  expect(await codeOf(pictures.convert(asked("hang")))).toBe("validation_failed");
  // With patience for longer than this test may take: what ends it is its size.
  const patient = open({ program: { file }, patienceMs: 2 * ENDED_MS, mostBytes: 256 * 1024 * 1024 });
  if (process.platform === "linux") expect(await codeOf(patient.convert(asked("swell")))).toBe("validation_failed");
});

test("it knows no secret, lives on between two pictures, and goes when nobody needs it", async () => {
  const pictures = open({ program: { file }, idleMs: 50 });
  const [one, two] = (await Promise.all([pictures.attach(asked("tell")), pictures.attach(asked("tell"))])) as unknown as Told[];
  expect(two?.pid).toBe(one?.pid);
  expect(one?.env.filter((name) => !name.startsWith("NODE_CHANNEL_"))).toEqual(["MALLOC_ARENA_MAX", "NODE_ENV"]);
  expect(await codeOf(pictures.attach(asked("refuse")))).toBe("validation_failed");
  const isAlive = (): boolean => {
    try {
      return one !== undefined && process.kill(one.pid, 0);
    } catch {
      return false;
    }
  };
  while (isAlive()) await delay(20);
  expect(((await pictures.attach(asked("tell"))) as unknown as Told).pid).not.toBe(one?.pid);
});
