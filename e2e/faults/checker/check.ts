import type { Line } from "../history/entry.ts";
import { factsOf } from "./facts.ts";
import type { Finding, Rule } from "./finding.ts";
import { markRules } from "./rules/marks.ts";
import { orderRules } from "./rules/order.ts";
import { secrecyRules } from "./rules/secrecy.ts";
import { storedRules } from "./rules/stored.ts";

export type Verdict = {
  /** What the history holds, so that a good verdict over nothing is not taken for one over something. */
  counts: { lines: number; acknowledged: number; refused: number; unknown: number; duplicates: number; stored: number };
  findings: Finding[];
  broken: Rule[];
};

/** Judges a history by itself: it knows nothing of the server but what clients saw and the final reads. O(n log n). */
export const check = (lines: Line[]): Verdict => {
  const facts = factsOf(lines);
  const findings = [...storedRules, ...orderRules, ...markRules, ...secrecyRules].flatMap((rule) => rule(facts));
  const ended = (type: string) => facts.tries.filter(({ end }) => (end?.type ?? "info") === type).length;
  const counts = {
    lines: lines.length,
    acknowledged: ended("ok"),
    refused: ended("fail"),
    unknown: ended("info"),
    duplicates: facts.tries.filter(({ end }) => end?.type === "ok" && end.duplicate).length,
    stored: [...facts.finals.values()].reduce((sum, rows) => sum + rows.length, 0),
  };
  return { counts, findings, broken: [...new Set(findings.map(({ rule }) => rule))].sort() };
};
