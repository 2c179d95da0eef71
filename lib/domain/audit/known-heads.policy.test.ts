import { expect, test } from "vitest";
import type { AuditHead } from "../ports.ts";
import { knownHeads } from "./known-heads.policy.ts";

const headAt = (seq: number, hash = `hash ${seq}`): AuditHead => ({ seq, hash, at: "2026-11-28T03:00:00.000Z" });

async function* linesOf(heads: (AuditHead | undefined)[]) {
  for (const [index, head] of heads.entries()) yield { line: index + 1, head };
}

test("heads that are said twice, or go back as the log does, are well", async () => {
  expect(await knownHeads(linesOf([]))).toEqual({ heads: new Map(), fault: undefined });
  expect(await knownHeads(linesOf([headAt(3), headAt(9), headAt(9), headAt(3)]))).toEqual({
    heads: new Map([
      [3, "hash 3"],
      [9, "hash 9"],
    ]),
    fault: undefined,
  });
});

test("the first line that is none of ours, or says otherwise, is named, and what was said first stands", async () => {
  const { heads, fault } = await knownHeads(linesOf([headAt(3), headAt(3, "another"), undefined, headAt(9)]));
  expect(fault).toEqual({ at: 2, reason: "contradiction" });
  expect([heads.get(3), heads.get(9)]).toEqual(["hash 3", "hash 9"]);
  expect((await knownHeads(linesOf([headAt(3), undefined, headAt(3, "another")]))).fault).toEqual({ at: 2, reason: "forged" });
});
