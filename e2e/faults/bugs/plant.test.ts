import fs from "node:fs";
import { expect, test } from "vitest";
import { bookingKillPoints } from "./booking-kill-points.ts";
import { killEditsOf, killPoints } from "./kill-points.ts";
import { applyEdit, bundleWith } from "./plant.ts";
import { serverBugs } from "./server-bugs.ts";

const sets = [
  ...serverBugs.map(({ name, edits }) => ({ name, edits })),
  ...[killPoints, bookingKillPoints].map((points) => ({ name: `${points[0]?.name} and so on`, edits: killEditsOf(points) })),
];

test.each(sets)("the text that it changes is there once: $name", ({ edits }) => {
  const sources = new Map<string, string>();
  for (const edit of edits) {
    const before = sources.get(edit.file) ?? fs.readFileSync(edit.file, "utf8");
    sources.set(edit.file, applyEdit(before, edit));
  }
  expect(sources.size).toBeGreaterThan(0);
});

test("a text that is not there, or twice, fails the build", async () => {
  expect(() => applyEdit("one two", { file: "x.ts", find: "three", replace: "" })).toThrow("x.ts holds 0 times: three");
  expect(() => applyEdit("one one", { file: "x.ts", find: "one", replace: "" })).toThrow("x.ts holds 2 times: one");
  const rotten = [{ file: "lib/domain/fail.ts", find: "no such text", replace: "" }];
  await expect(bundleWith("rotten", rotten)).rejects.toThrow("lib/domain/fail.ts holds 0 times");
});

test("there are as many server bugs as were promised", () => {
  expect(serverBugs.length).toBeGreaterThanOrEqual(14);
});
