import { expect, test } from "vitest";
import { type Docket, mayWorkOn } from "./decision.policy.ts";

const now = new Date("2027-01-10T12:00:00Z");
const minutesAgo = (minutes: number) => new Date(now.getTime() - minutes * 60_000);
const open: Docket = { reporterId: "alice", reportedId: "bob", claimedBy: null, claimedAt: null, decidedAt: null };
const refused = (code: string, reason?: string) => expect.objectContaining({ code, ...(reason ? { details: { reason } } : {}) });

test.each([
  ["what nobody has taken on", open],
  ["one's own", { ...open, claimedBy: "mia", claimedAt: minutesAgo(1) }],
  ["what somebody took on half an hour ago", { ...open, claimedBy: "max", claimedAt: minutesAgo(30) }],
])("a moderator works on %s", (_, docket) => {
  expect(() => mayWorkOn("mia", docket, now)).not.toThrow();
});

test.each(["alice", "bob"])("there is no such report for %s, who is part of it", (userId) => {
  expect(() => mayWorkOn(userId, open, now)).toThrow(refused("not_found"));
  expect(() => mayWorkOn(userId, { ...open, decidedAt: now }, now)).toThrow(refused("not_found"));
});

test("not on what somebody else works on, nor on what is decided", () => {
  expect(() => mayWorkOn("mia", { ...open, claimedBy: "max", claimedAt: minutesAgo(29) }, now)).toThrow(
    refused("conflict", "claimed"),
  );
  expect(() => mayWorkOn("mia", { ...open, decidedAt: minutesAgo(1) }, now)).toThrow(refused("conflict", "decided"));
});
