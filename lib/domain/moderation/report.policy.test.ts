import { expect, test } from "vitest";
import { mayReport } from "./report.policy.ts";

const [alice, bob, carol] = ["alice", "bob", "carol"];
const input = { conversationId: "together", userId: bob, reason: "spam" } as const;
const facts = { reporterId: alice, input, isMember: true, everIn: [alice, bob], message: undefined, home: undefined };
const theirs = { senderId: bob, kind: "text" } as const;
const code = (expected: string) => expect.objectContaining({ code: expected });

test("somebody in one's own conversation is reported, or a message of theirs", () => {
  expect(() => mayReport(facts)).not.toThrow();
  expect(() => mayReport({ ...facts, input: { ...input, messageId: "one" }, message: theirs })).not.toThrow();
});

test("who lets a home is reported by who sees it, and nobody else is", () => {
  const ofHome = { ...facts, input: { listingId: "home", userId: bob, reason: "scam" } as const, isMember: false, everIn: [] };
  expect(() => mayReport({ ...ofHome, home: { landlordId: bob } })).not.toThrow();
  expect(() => mayReport({ ...ofHome, home: { landlordId: carol } })).toThrow(code("not_found"));
  expect(() => mayReport({ ...ofHome, home: undefined })).toThrow(code("not_found"));
  expect(() => mayReport({ ...ofHome, home: { landlordId: alice }, input: { ...ofHome.input, userId: alice } })).toThrow(
    code("validation_failed"),
  );
});

test.each([
  ["an outsider", { isMember: false }, "not_found"],
  ["about oneself", { input: { ...input, userId: alice } }, "validation_failed"],
  ["about a stranger to the conversation", { input: { ...input, userId: carol } }, "not_found"],
  ["a message that is not there", { input: { ...input, messageId: "one" } }, "not_found"],
  [
    "a message of somebody else",
    { input: { ...input, messageId: "one" }, message: { ...theirs, senderId: alice } },
    "validation_failed",
  ],
  [
    "a line of the server",
    { input: { ...input, messageId: "one" }, message: { ...theirs, kind: "system" } },
    "validation_failed",
  ],
] as const)("%s is refused", (_, change, expected) => {
  expect(() => mayReport({ ...facts, ...change })).toThrow(code(expected));
});
