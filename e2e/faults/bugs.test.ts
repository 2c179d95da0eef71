import { expect, inject, test } from "vitest";
import { clientBugs } from "./bugs/client-bugs.ts";
import { serverBugs } from "./bugs/server-bugs.ts";
import { type BugRun, bugRun } from "./scenarios/bug-run.ts";

const RUNS = 3;
/** Two cores may have much else to do. */
const RUN_MS = 600_000;

const bugs: BugRun[] = [
  ...serverBugs.map(({ name, edits, stress }) => ({ name, edits, ...(stress ? { stress: [stress] } : {}) })),
  ...clientBugs,
];

test.concurrent(
  "with no bug, all that brings them out is found good",
  async () => {
    const all: BugRun = { name: "none", stress: ["lifts", "sign-out", "leaving", "blocks", "locks", "prying"] };
    const verdict = await bugRun(inject("setting"), all);
    expect(verdict.findings, verdict.words).toEqual([]);
  },
  RUN_MS,
);

test.concurrent.each(bugs)(
  "found: $name",
  async (bug) => {
    let verdict = await bugRun(inject("setting"), bug);
    for (let run = 2; run <= RUNS && verdict.findings.length === 0; run += 1) verdict = await bugRun(inject("setting"), bug);
    expect(verdict.broken, verdict.words).not.toEqual([]);
  },
  RUN_MS * RUNS,
);
