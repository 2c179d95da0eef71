import { expect, test } from "vitest";
import { appealToken, readAppealToken } from "./appeal-token.ts";

const now = new Date("2026-11-28T12:00:00.000Z");
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
const token = appealToken("key", "alice", now);
const [, expires, signature] = token.split(".");

test("it says whose it is for half an hour", () => {
  expect(readAppealToken("key", token, later(29))).toBe("alice");
  expect(readAppealToken("key", token, later(31))).toBeUndefined();
});

test.each([
  ["of another person", `bob.${expires}.${signature}`],
  ["of another time", `alice.${Number(expires) + 1}.${signature}`],
  ["cut", token.slice(0, -1)],
  ["with more behind it", `${token}.x`],
  ["made with another key", appealToken("other", "alice", now)],
  ["empty", ""],
])("one that is %s says nothing", (_, forged) => {
  expect(readAppealToken("key", forged, now)).toBeUndefined();
});
