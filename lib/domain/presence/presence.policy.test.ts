import { expect, test } from "vitest";
import { roundLastSeen, visiblePresence } from "./presence.policy.ts";

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

test.each([
  ["just now", "10:00:00.000", "09:59:59.999", "09:55:00.000"],
  ["on the mark", "10:00:00.000", "09:50:00.000", "09:50:00.000"],
  ["a quarter of an hour ago", "10:00:00.000", "09:44:12.345", "09:40:00.000"],
  ["a little less than an hour ago", "10:00:00.000", "09:00:00.001", "09:00:00.000"],
  ["an hour ago", "10:30:00.000", "09:30:00.000", "09:00:00.000"],
  ["this morning", "18:07:00.000", "08:59:59.999", "08:00:00.000"],
])("who was here %s was seen at a round time before that", (_, now, at, told) => {
  const on = (time: string) => new Date(`2026-11-25T${time}Z`);
  expect(roundLastSeen(on(at), on(now))).toEqual(on(told));
});
