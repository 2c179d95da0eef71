import fs from "node:fs";
import { expect, test } from "vitest";
import { BookingEventName } from "#lib/contract/bookings.ts";
import type { NotificationPreferences } from "#lib/contract/notification-preferences.ts";
import { isUrgent, planOf } from "./channel.policy.ts";

const NIGHT = new Date("2026-11-25T23:00:00.000Z");
const MORNING = new Date("2026-11-26T07:00:00.000Z");

const about = (event: BookingEventName) =>
  ({
    type: "booking_event",
    bookingId: "b",
    event,
    by: "student",
    room: "R",
    from: "",
    to: "",
    reason: null,
    note: null,
  }) as const;

const preferences = (push: boolean, email: boolean, isQuiet: boolean): NotificationPreferences => ({
  channels: { bookings: { push, email }, messages: { email: true } },
  quietHours: isQuiet ? { from: "22:00", until: "07:00", timeZone: "UTC" } : null,
});

type Case = [
  string,
  { event: "request" | "confirm"; push?: boolean; email?: boolean; isQuiet?: boolean; isMuted?: boolean },
  object,
];

test.each<Case>([
  ["urgent: both ways, at once", { event: "request" }, { push: NIGHT, email: NIGHT }],
  ["urgent passes quiet hours", { event: "request", isQuiet: true }, { push: NIGHT, email: NIGHT }],
  ["urgent passes a mute", { event: "request", isMuted: true }, { push: NIGHT, email: NIGHT }],
  ["urgent, and no mails wanted", { event: "request", email: false }, { push: NIGHT }],
  ["urgent, and no pushes wanted", { event: "request", push: false }, { email: NIGHT }],
  ["not urgent: a push at once, the mail sums up", { event: "confirm" }, { push: NIGHT }],
  ["not urgent waits for the end of quiet hours", { event: "confirm", isQuiet: true }, { push: MORNING }],
  ["not urgent is silent in a muted conversation", { event: "confirm", isMuted: true }, {}],
  ["not urgent, and no pushes wanted", { event: "confirm", push: false }, {}],
])("%s", (_, { event, push = true, email = true, isQuiet = false, isMuted = false }, expected) => {
  expect(planOf({ about: about(event), preferences: preferences(push, email, isQuiet), isMuted, now: NIGHT })).toEqual(expected);
});

test("docs/notifications.md says which steps are urgent, and no others", () => {
  const [, listed = ""] = /Urgent: ([^.]+)\./.exec(fs.readFileSync("docs/notifications.md", "utf8")) ?? [];
  const named = [...listed.matchAll(/`([^`]+)`/g)].map(([, name]) => name);
  expect(named).toEqual(BookingEventName.options.filter((event) => isUrgent(about(event))));
});
