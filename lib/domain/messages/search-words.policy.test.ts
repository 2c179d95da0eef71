import { expect, test } from "vitest";
import { canBeMistyped, exactQuery, likelyQuery, runsOf, type Word } from "./search-words.policy.ts";

const word = (text: string, stems: string[] = []): Word => ({ word: text, isRun: false, stems });
const run = (text: string): Word => ({ word: text, isRun: true, stems: [] });

test("each word must be there: as it is, begun, or of one stem", () => {
  expect(likelyQuery([word("running", ["run"]), word("late")])).toBe("('running':*A | 'run') & ('late':*A)");
  expect(exactQuery([word("running", ["run"]), word("late")])).toBe("('running':A) & ('late':A)");
});

test("one letter begins nothing: it would begin everything", () => {
  expect(likelyQuery([word("a")])).toBe("('a':A)");
});

test("a long word is looked for as far as it is kept", () => {
  expect(likelyQuery([word("x".repeat(90))])).toBe(`('${"x".repeat(60)}':*A)`);
});

test("a word in a language without spaces is its pairs of neighbours, and must stand whole when there are more than one", () => {
  expect(likelyQuery([run("房间的")])).toBe("('房间':A & '间的':A)");
  expect(likelyQuery([run("金")])).toBe("('金':*A)");
  expect(runsOf([run("房间的"), run("押金"), word("rent")])).toEqual(["房间的"]);
});

test("a word in place of a mistyped one is looked for as it is", () => {
  expect(likelyQuery([{ ...word("desposit"), nearest: ["deposit"] }])).toBe("('desposit':*A | 'deposit':A)");
  expect([word("dep"), word("depo"), run("房间的押金")].map(canBeMistyped)).toEqual([false, true, false]);
});
