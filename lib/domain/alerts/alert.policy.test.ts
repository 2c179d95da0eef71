import { expect, test } from "vitest";
import { alertLimits } from "#lib/contract/alert-rules.ts";
import { assertAdmin } from "../accounts/admin.policy.ts";
import { assertRoomForAlert } from "./alert.policy.ts";

test.each(["student", "landlord"] as const)("a %s is no admin", (role) => {
  expect(() => assertAdmin({ role })).toThrow(expect.objectContaining({ code: "forbidden" }));
});

test("an admin is one", () => {
  expect(() => assertAdmin({ role: "admin" })).not.toThrow();
});

test("there is room for as many alerts as may be, and for none beyond", () => {
  expect(() => assertRoomForAlert(alertLimits.current - 1)).not.toThrow();
  expect(() => assertRoomForAlert(alertLimits.current)).toThrow(
    expect.objectContaining({ code: "conflict", details: { reason: "too_many", most: alertLimits.current } }),
  );
});
