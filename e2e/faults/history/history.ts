import fs from "node:fs";
import path from "node:path";
import type { Entry, Line } from "./entry.ts";

/** Takes down what happens, in its order. */
export const createHistory = () => {
  const lines: Line[] = [];
  let ops = 0;
  return {
    lines,
    write: (entry: Entry): void => {
      lines.push({ i: lines.length, t: Math.round(performance.now() * 1000) / 1000, wall: Date.now(), ...entry });
    },
    /** A number that joins an end to its beginning. */
    nextOp: (): number => {
      ops += 1;
      return ops;
    },
    /** Keeps it as JSONL, for the checker's own command. Returns the file. */
    save: (name: string): string => {
      const file = path.resolve(".test", "faults", `${name}.jsonl`);
      fs.mkdirSync(path.dirname(file), { recursive: true });
      fs.writeFileSync(file, lines.map((line) => `${JSON.stringify(line)}\n`).join(""));
      return file;
    },
  };
};
export type History = ReturnType<typeof createHistory>;
