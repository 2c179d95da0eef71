import fs from "node:fs";
import type { Line } from "../history/entry.ts";
import { check } from "./check.ts";
import { tell } from "./tell.ts";

/** `npx tsx e2e/faults/checker/main.ts history.jsonl …`: judges histories that were kept. Ends with 1 when one is broken. */

const read = (file: string): Line[] =>
  fs
    .readFileSync(file, "utf8")
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line));

for (const file of process.argv.slice(2)) {
  const lines = read(file);
  const verdict = check(lines);
  console.log(`${file}: ${tell(verdict, lines)}`);
  if (verdict.findings.length > 0) process.exitCode = 1;
}
