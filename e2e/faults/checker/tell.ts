import type { Line } from "../history/entry.ts";
import type { Verdict } from "./check.ts";
import { rules } from "./finding.ts";

const SHOWN = 10;

/** The verdict in words, with the lines of the history that show what is broken. */
export const tell = ({ counts, findings, broken }: Verdict, lines: Line[]): string => {
  const summary = Object.entries(counts).map(([name, count]) => `${count} ${name}`);
  if (findings.length === 0) return `good: ${summary.join(", ")}`;
  const evidence = findings
    .slice(0, SHOWN)
    .flatMap(({ rule, what, lines: shown }) => [
      `${rule} ${what}`,
      ...shown.slice(0, 4).map((i) => `    ${JSON.stringify(lines[i]).slice(0, 300)}`),
    ]);
  return [
    `broken: ${summary.join(", ")}`,
    ...broken.map((rule) => `${rule}: ${rules[rule]} — ${findings.filter((finding) => finding.rule === rule).length} times`),
    ...evidence,
  ].join("\n");
};
