import fs from "node:fs";
import os from "node:os";
import path from "node:path";

/** One line of what was measured; `met` where it answers a goal. */
export type Line = { goal: string; what: string; figures: Record<string, number>; met?: boolean };

/** The value in the middle, or what lies between the two that are there; 0 of nothing. */
export const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((one, other) => one - other);
  const upper = sorted[sorted.length >> 1] ?? 0;
  const lower = sorted[(sorted.length - 1) >> 1] ?? 0;
  return (lower + upper) / 2;
};

const round = (value: number): number => Number(value.toPrecision(3));

/** Prints the lines of a part as they come. */
export const show = (lines: readonly Line[]): void => {
  for (const { goal, what, figures, met } of lines) {
    const cells = Object.entries(figures).map(([name, value]) => `${name} ${round(value)}`);
    console.log(`${goal.padEnd(4)}${what.padEnd(58)}${cells.join("  ")}${met === undefined ? "" : met ? "  ✔" : "  ✘"}`);
  }
};

/** Keeps all of a run in `.bench`, with the machine. Resolves to the file. */
export const keep = (parts: Record<string, Line[]>): string => {
  fs.mkdirSync(".bench", { recursive: true });
  const at = new Date().toISOString();
  const machine = { cpu: os.cpus()[0]?.model, cores: os.cpus().length, memory: os.totalmem(), node: process.version };
  const file = path.join(".bench", `${at.replaceAll(":", "-")}.json`);
  fs.writeFileSync(file, JSON.stringify({ at, machine, parts }, null, 2));
  return file;
};
