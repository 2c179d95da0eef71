import fs from "node:fs";
import path from "node:path";

const NOBODY_EXPECTED = /"msg":"(unexpected error|uncaughtException|unhandledRejection|a request ended in an error)"/;

/** The lines of a server's log that match. */
export const linesIn = (name: string, pattern: RegExp): string[] =>
  fs
    .readFileSync(path.resolve(".test", `${name}.log`), "utf8")
    .split("\n")
    .filter((line) => pattern.test(line));

/** The lines of a server's log that tell of a defect. */
export const defectsIn = (name = "server"): string[] => linesIn(name, NOBODY_EXPECTED);
