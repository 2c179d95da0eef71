import { expect, test } from "vitest";
import { visiblePresence } from "./presence.policy.ts";

test.each([
  [[], { status: "offline" }],
  [[{ status: "away" }], { status: "away" }],
  [[{ status: "away" }, { status: "online" }], { status: "online" }],
  [[{ status: "online" }, { status: "busy", activity: "in a viewing" }], { status: "busy", activity: "in a viewing" }],
  [[{ status: "online" }, { status: "invisible" }], { status: "offline" }],
  [[{ status: "away", activity: "asleep" }, { status: "online" }], { status: "online" }],
] as const)("devices %j look like %j", (devices, seen) => {
  expect(visiblePresence([...devices])).toEqual(seen);
});
