import { defectsIn } from "../harness/server-log.ts";
import { check, type Verdict } from "./checker/check.ts";
import { tell } from "./checker/tell.ts";
import type { History } from "./history/history.ts";

export type Judged = Verdict & { words: string; file: string };

/** Adds what the server logged, keeps the history, and has it judged. */
export const judge = (name: string, history: History, logs: string[]): Judged => {
  for (const text of logs.flatMap(defectsIn)) history.write({ f: "defect", text });
  const file = history.save(name);
  const verdict = check(history.lines);
  return { ...verdict, words: `${file} is ${tell(verdict, history.lines)}`, file };
};
