import { expect, test } from "vitest";
import { goodbyeInQuery, goodbyeOf, signInAddress, suspendedUntil } from "./goodbye.ts";

test.each([
  ["signed_out", { why: "ended" }],
  ["signed_out_remotely", { why: "elsewhere" }],
  ["password_changed", { why: "password" }],
  ["password_reset", { why: "password" }],
  ["a reason of tomorrow", { why: "ended" }],
  ["toString", { why: "ended" }],
  ["role_changed", undefined],
])("a session revoked for %s", (reason, expected) => {
  expect(goodbyeOf(reason)).toEqual(expected);
});

test("a suspension has an end, or none, whatever else is told", () => {
  expect(suspendedUntil({ until: "2027-01-01T00:00:00.000Z" })).toEqual({ why: "suspended", until: "2027-01-01T00:00:00.000Z" });
  for (const details of [undefined, null, "x", {}, { until: null }, { until: 7 }])
    expect(suspendedUntil(details)).toEqual({ why: "suspended", until: null });
});

test("the way to the sign-in page remembers the page and the reason", () => {
  expect(signInAddress("/inbox/1", { why: "elsewhere" })).toBe("/sign-in?next=%2Finbox%2F1&why=elsewhere");
  expect(signInAddress("/inbox", { why: "suspended", until: null })).toBe("/sign-in?next=%2Finbox&why=suspended");
  expect(signInAddress("/inbox", { why: "suspended", until: "2027-01-01T00:00:00.000Z" })).toBe(
    "/sign-in?next=%2Finbox&why=suspended&until=2027-01-01T00%3A00%3A00.000Z",
  );
});

test("the sign-in page says only what it has words for", () => {
  expect(goodbyeInQuery({ why: "elsewhere" })).toEqual({ why: "elsewhere", until: null });
  expect(goodbyeInQuery({ why: "suspended", until: "2027-01-01T00:00:00.000Z" })).toEqual({
    why: "suspended",
    until: "2027-01-01T00:00:00.000Z",
  });
  expect(goodbyeInQuery({ why: "suspended", until: "you call 0900-EVIL" })).toEqual({ why: "suspended", until: null });
  for (const why of [undefined, "", "toString", ["ended"], "<b>"])
    expect(goodbyeInQuery({ ...(why ? { why } : {}) })).toBeUndefined();
});
