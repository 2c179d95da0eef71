import { expect, test } from "vitest";
import { fingerprintOf, type Holding } from "./fingerprint.ts";

const holding: Holding = { id: "a", rev: 3, marks: 12, unreadCount: 1, pinned: false, archived: false };
const other: Holding = { ...holding, id: "b", rev: 4 };

test("the order does not matter", () => {
  expect(fingerprintOf([holding, other])).toBe(fingerprintOf([other, holding]));
});

test.each<[string, Holding[]]>([
  ["one conversation less", [holding]],
  ["a change more", [holding, { ...other, rev: 5 }]],
  ["a receipt more", [holding, { ...other, marks: 13 }]],
  ["another count", [holding, { ...other, unreadCount: 0 }]],
  ["a pin", [holding, { ...other, pinned: true }]],
  ["the archive", [holding, { ...other, archived: true }]],
  [
    "what one has and the other lacks",
    [
      { ...holding, rev: 4 },
      { ...other, rev: 3 },
    ],
  ],
])("%s looks different", (_, holdings) => {
  expect(fingerprintOf(holdings)).not.toBe(fingerprintOf([holding, other]));
});
