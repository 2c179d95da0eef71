import { expect, test } from "vitest";
import type { ChainLink } from "./chain.policy.ts";
import { type ChainFault, createChainCheck } from "./chain-check.policy.ts";
import { headsOf, KEY, makeChain, OTHER_KEY } from "./testing/made-chain.ts";
import { tamperings } from "./testing/tamperings.ts";

const ENTRIES = 24;
const chain = makeChain(ENTRIES);
const heads = headsOf(chain, [7, 15, ENTRIES]);

const faultIn = (
  links: readonly ChainLink[],
  given: Partial<Parameters<typeof createChainCheck>[0]> = {},
): ChainFault | undefined => {
  const check = createChainCheck({ key: KEY, heads, ...given });
  for (const link of links) {
    const fault = check.next(link);
    if (fault) return fault;
  }
  return check.end();
};

test("a log that nobody touched is whole, with its heads, without, and when it has grown since", () => {
  expect(faultIn(chain)).toBeUndefined();
  expect(faultIn(chain, { heads: new Map() })).toBeUndefined();
  expect(faultIn(makeChain(ENTRIES + 30))).toBeUndefined();
  expect(faultIn([], { heads: new Map() })).toBeUndefined();
});

const cases = tamperings(chain);

test(`each of ${cases.length} ways to tamper with it is found`, () => {
  expect(cases.length).toBeGreaterThanOrEqual(700);
  expect(new Set(cases.map(({ name }) => name)).size).toBe(cases.length);
  expect(cases.filter((one) => !faultIn(one.chain)).map(({ name }) => name)).toEqual([]);
});

test("the first entry that is wrong is named, wherever it can be told", () => {
  const misnamed = cases.filter((one) => one.seq !== undefined && faultIn(one.chain)?.seq !== one.seq);
  expect(misnamed.map((one) => [one.name, one.seq, faultIn(one.chain)])).toEqual([]);
});

test("only heads tell when the end is cut off, or our own key wrote all anew", () => {
  const blind = { heads: new Map<number, string>() };
  const missed = cases.filter((one) => !faultIn(one.chain, blind)).map(({ name }) => name);
  expect(missed).toContain("all from 20 on cut off");
  expect(missed).toContain("all of it anew with our key");
  expect(missed.filter((name) => !/cut off|24 taken away|our key|another log of ours|nothing left/.test(name))).toEqual([]);
});

test("what was cut off and written anew behind the last head is the one thing that stays unseen", () => {
  expect(faultIn(chain.slice(0, 20), { heads: headsOf(chain, [7, 15]) })).toBeUndefined();
  expect(faultIn(chain.slice(0, 14), { heads: headsOf(chain, [7, 15]) })).toEqual({ seq: 15, reason: "cut" });
});

test("nobody takes a log of ours for theirs", () => {
  expect(faultIn(chain, { key: OTHER_KEY })).toEqual({ seq: 1, reason: "content" });
});
