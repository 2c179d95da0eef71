import { type ChildProcess, fork } from "node:child_process";
import fs from "node:fs/promises";
import path from "node:path";
import { attachmentLimits } from "#lib/contract/attachment-types.ts";
import { fail } from "#lib/domain/fail.ts";
import type { Pictures } from "#lib/domain/ports.ts";
import type { PictureAnswer, PictureTask } from "./picture-protocol.ts";

/** A picture of forty million pixels takes a second and some 300 MiB. */
const PATIENCE_MS = 20_000;
const MOST_BYTES = 1024 ** 3;
const LOOK_MS = 250;
/** Nobody has sent a picture for so long: its memory is of use to others. */
const IDLE_MS = 60_000;
const PAGE_BYTES = 4096;

/** The process ended, or had to be ended, over a picture. */
class DecoderDied extends Error {}

type Options = {
  /** The program, and what Node is told before it; absent: the built one, or its source while one develops. */
  program?: { file: string; node?: string[] };
  patienceMs?: number;
  mostBytes?: number;
  idleMs?: number;
};

/** The bundle lies in `dist`, as this file does then. */
const ownProgram = (): { file: string; node: string[] } =>
  import.meta.url.endsWith("/picture-process.ts")
    ? { file: path.join(import.meta.dirname, "picture-child.ts"), node: ["--import", "tsx"] }
    : { file: path.resolve("dist", "picture-child.mjs"), node: [] };

/** What a process holds of the machine's memory; nothing where that cannot be seen. */
const heldBy = async (pid: number): Promise<number> => {
  const text = await fs.readFile(`/proc/${pid}/statm`, "utf8").catch(() => "");
  return Number(text.split(" ")[1] ?? 0) * PAGE_BYTES;
};

/**
 * Pictures are decoded by a process of their own, one after the other: whatever one of them does to the decoder, the server and all
 * its connections live on. It gets no secret, is ended when it takes too long or too much, and goes when nobody needs it.
 */
export const createPictureProcess = (options: Options = {}): Pictures & { close: () => void } => {
  const { patienceMs = PATIENCE_MS, mostBytes = MOST_BYTES, idleMs = IDLE_MS } = options;
  let child: ChildProcess | undefined;
  let idle: NodeJS.Timeout | undefined;
  let last: Promise<unknown> = Promise.resolve();
  let tasks = 0;

  const close = (): void => {
    clearTimeout(idle);
    child?.kill("SIGKILL");
    child = undefined;
  };

  const open = (): ChildProcess => {
    if (child?.connected) return child;
    const { file, node = [] } = options.program ?? ownProgram();
    const opened = fork(file, [], {
      execArgv: node,
      // The C library would keep a heap for each of its threads.
      env: { NODE_ENV: "production", MALLOC_ARENA_MAX: "2" },
      serialization: "advanced",
      stdio: ["ignore", "ignore", "ignore", "ipc"],
    });
    // What it dies of is heard by whoever waits for it.
    opened.on("error", () => undefined);
    opened.unref();
    opened.channel?.unref();
    child = opened;
    return opened;
  };

  const ask = (task: PictureTask): Promise<PictureAnswer> =>
    new Promise((resolve, reject) => {
      const used = open();
      const settle = (): void => {
        clearTimeout(patience);
        clearInterval(look);
        used.off("message", hear);
        used.off("exit", die);
      };
      const hear = (answer: PictureAnswer): void => {
        if (answer.id !== task.id) return;
        settle();
        resolve(answer);
      };
      const die = (): void => {
        settle();
        close();
        reject(new DecoderDied("the decoder died over a picture"));
      };
      used.on("message", hear);
      used.once("exit", die);
      const patience = setTimeout(() => used.kill("SIGKILL"), patienceMs);
      const watch = async (): Promise<void> => {
        if (used.pid !== undefined && (await heldBy(used.pid)) > mostBytes) used.kill("SIGKILL");
      };
      const look = setInterval(() => void watch(), LOOK_MS);
      used.send(task, (error) => {
        if (error) die();
      });
    });

  /** Once more where the process died: it may have been of something else. Twice is of the picture. */
  const insist = async (name: keyof Pictures, bytes: Uint8Array): Promise<PictureAnswer> => {
    tasks += 1;
    const task = { id: tasks, name, bytes };
    return ask(task).catch(() => ask(task));
  };

  const decode = async <Kept>(name: keyof Pictures, bytes: Uint8Array): Promise<Kept> => {
    clearTimeout(idle);
    try {
      const answer = await insist(name, bytes);
      if (answer.ok) return answer.kept as Kept;
      if (answer.failure) throw fail(answer.failure.code, { details: answer.failure.details });
      throw new Error(answer.message);
    } catch (cause) {
      if (!(cause instanceof DecoderDied)) throw cause;
      const message = `must be a whole picture of at most ${attachmentLimits.pixels / 1_000_000} million pixels`;
      throw fail("validation_failed", { details: [{ path: [], message }], cause });
    } finally {
      idle = setTimeout(close, idleMs).unref();
    }
  };

  const inTurn = <Kept>(name: keyof Pictures, bytes: Uint8Array): Promise<Kept> => {
    const result = last.then(() => decode<Kept>(name, bytes));
    last = result.catch(() => undefined);
    return result;
  };

  return {
    convert: (bytes) => inTurn("convert", bytes),
    attach: (bytes) => inTurn("attach", bytes),
    shrink: (bytes) => inTurn("shrink", bytes),
    square: (bytes) => inTurn("square", bytes),
    close,
  };
};
