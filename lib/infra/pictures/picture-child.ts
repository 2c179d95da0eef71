import fs from "node:fs";
import { isFailure } from "#lib/domain/fail.ts";
import type { PictureAnswer, PictureTask } from "./picture-protocol.ts";
import { createSharpPictures } from "./sharp-pictures.ts";

/** Of all processes of this machine the first to go when its memory is full (Linux; others do without). */
const goFirst = (): void => {
  try {
    fs.writeFileSync("/proc/self/oom_score_adj", "1000");
  } catch {
    // No Linux, or one that does not let us.
  }
};

const pictures = createSharpPictures();

const answerTo = async ({ id, name, bytes }: PictureTask): Promise<PictureAnswer> => {
  try {
    return { id, ok: true, kept: await pictures[name](bytes) };
  } catch (error) {
    const failure = isFailure(error) ? { code: error.code, details: error.details } : null;
    return { id, ok: false, failure, message: error instanceof Error ? error.message : "no error was thrown" };
  }
};

goFirst();
process.on("message", (task: PictureTask) => void answerTo(task).then((answer) => process.send?.(answer)));
process.on("disconnect", () => process.exit(0));
