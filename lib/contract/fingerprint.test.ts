import { expect, test } from "vitest";
import { fingerprintOf, type Holding } from "./fingerprint.ts";

const participants = [
  { deliveredSeq: 3, readSeq: 3, memberRole: "admin" },
  { deliveredSeq: 3, readSeq: 2, memberRole: "member" },
];
const own = { pinned: false, archived: false, markedUnread: false, mutedUntil: null, blocked: "none" } as const;
const holding: Holding = { id: "a", rev: 3, title: null, participants, unreadCount: 1, ...own };
const other: Holding = { ...holding, id: "b", rev: 4 };

test("the order does not matter", () => {
  expect(fingerprintOf([holding, other])).toBe(fingerprintOf([other, holding]));
});

test.each<[string, Holding[]]>([
  ["one conversation less", [holding]],
  ["a change more", [holding, { ...other, rev: 5 }]],
  ["a receipt more", [holding, { ...other, participants: participants.map((one) => ({ ...one, readSeq: 3 })) }]],
  ["another title", [holding, { ...other, title: "Mill Road" }]],
  [
    "one more in it",
    [holding, { ...other, participants: [...participants, { deliveredSeq: 0, readSeq: 0, memberRole: "member" }] }],
  ],
  ["an admin more", [holding, { ...other, participants: participants.map((one) => ({ ...one, memberRole: "admin" })) }]],
  ["another count", [holding, { ...other, unreadCount: 0 }]],
  ["somebody named", [holding, { ...other, mentioned: true }]],
  ["another picture", [holding, { ...other, pictureUrl: "/api/conversations/b/picture/1" }]],
  ["an open history", [holding, { ...other, openHistory: true }]],
  ["a pin", [holding, { ...other, pinned: true }]],
  ["the archive", [holding, { ...other, archived: true }]],
  ["a mute", [holding, { ...other, mutedUntil: "2026-11-25T12:00:00.000Z" }]],
  ["a notice called fine", [holding, { ...other, fine: { length: 1 } }]],
  ["a block", [holding, { ...other, blocked: "by_me" }]],
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
