import { expect, test } from "vitest";
import { marksFor } from "./receipt.policy.ts";

/** Bob has got 9 and read 8; others may see 7 and 6 of it; his own newest message is the fourth. */
const bob = { userId: "bob", deliveredSeq: 9, readSeq: 8, shownDeliveredSeq: 7, shownReadSeq: 6, sentSeq: 4 };

test.each([
  ["bob himself", { userId: "bob", sharesReceipts: true }, { deliveredSeq: 9, readSeq: 8 }],
  ["bob himself, who shares none", { userId: "bob", sharesReceipts: false }, { deliveredSeq: 9, readSeq: 8 }],
  ["alice", { userId: "alice", sharesReceipts: true }, { deliveredSeq: 7, readSeq: 6 }],
  ["alice, who shares none", { userId: "alice", sharesReceipts: false }, { deliveredSeq: 7, readSeq: 4 }],
])("how far bob has got, as seen by %s", (_, viewer, seen) => {
  expect(marksFor(viewer, bob)).toEqual(seen);
});
