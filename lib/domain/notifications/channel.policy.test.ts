import fs from "node:fs";
import { expect, test } from "vitest";
import { bookingLine } from "#lib/client/testing/bookings.ts";
import { viewingLine } from "#lib/client/testing/viewings.ts";
import { BookingEventName } from "#lib/contract/bookings.ts";
import type { NotificationPreferences } from "#lib/contract/notification-preferences.ts";
import { ViewingEventName, ViewingReminderKind } from "#lib/contract/viewings.ts";
import { isUrgent, planOf, pushedMessagesAt } from "./channel.policy.ts";

const NIGHT = new Date("2026-11-25T23:00:00.000Z");
const MORNING = new Date("2026-11-26T07:00:00.000Z");

const createdAt = NIGHT.toISOString();
const ofBooking = (event: BookingEventName) => ({ about: bookingLine({ event }), createdAt });
/** Of a viewing whose times begin so many hours later. */
const ofViewing = (event: ViewingEventName, ...hours: number[]) => {
  const slots = hours.map((ahead) => ({ startsAt: new Date(NIGHT.getTime() + ahead * 3_600_000).toISOString(), minutes: 30 }));
  return { about: viewingLine({ event, slots }), createdAt };
};

const reminder = (kind: ViewingReminderKind) => {
  const about = { type: "viewing_reminder", viewingId: "v", kind, startsAt: MORNING.toISOString(), timeZone: "UTC" } as const;
  return { about, createdAt };
};

type Given = { push: boolean; email: boolean; isQuiet: boolean };

/** The other kind is the other way round, so that one taken for the other shows. */
const preferences = (kind: "bookings" | "viewings", { push, email, isQuiet }: Given): NotificationPreferences => ({
  channels: {
    bookings: { push: !push, email: !email },
    viewings: { push: !push, email: !email },
    messages: { push: true, email: true },
    mentions: { push: true },
    [kind]: { push, email },
  },
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
  const wishes = { push, email, isQuiet };
  const bookings = { notification: ofBooking(event), preferences: preferences("bookings", wishes) };
  // What is urgent of a booking is of a viewing that is near, and the other way round.
  const viewing = event === "request" ? ofViewing("ask", 24) : ofViewing("ask", 49);
  const viewings = { notification: viewing, preferences: preferences("viewings", wishes) };
  for (const asked of [bookings, viewings]) expect(planOf({ ...asked, isMuted, now: NIGHT })).toEqual(expected);
});

test("docs/notifications.md says which steps are urgent, and no others", () => {
  const page = fs.readFileSync("docs/notifications.md", "utf8");
  const named = (heading: string) => {
    const [, listed = ""] = new RegExp(`${heading}: ([^.]+)\\.`).exec(page) ?? [];
    return [...listed.matchAll(/`([^`]+)`/g)].map(([, name]) => name);
  };
  expect(named("Urgent")).toEqual(BookingEventName.options.filter((event) => isUrgent(ofBooking(event))));
  expect(named("Urgent of reminders")).toEqual(ViewingReminderKind.options.filter((kind) => isUrgent(reminder(kind))));
  expect(named("Urgent within two days")).toEqual(ViewingEventName.options.filter((event) => isUrgent(ofViewing(event, 48, 72))));
});

test("nothing of a viewing is urgent whose times are further away, or that has none", () => {
  expect(ViewingEventName.options.filter((event) => isUrgent(ofViewing(event, 48.1)) || isUrgent(ofViewing(event)))).toEqual([]);
});

test.each(["confirm", "cancel"] as const)(
  "a near viewing's %s is urgent to devices; its mail comes with the calendar entry",
  (event) => {
    const wishes = { push: true, email: true, isQuiet: true };
    const asked = { notification: ofViewing(event, 24), preferences: preferences("viewings", wishes) };
    expect(planOf({ ...asked, isMuted: true, now: NIGHT })).toEqual({ push: NIGHT });
  },
);

test("messages are pushed to who wants that, and mentions to who wants those, outside quiet hours", () => {
  const wishes = (all: boolean, mentions: boolean, isQuiet: boolean): NotificationPreferences => {
    const { channels, quietHours } = preferences("bookings", { push: !all, email: !all, isQuiet });
    return { channels: { ...channels, messages: { push: all, email: !all }, mentions: { push: mentions } }, quietHours };
  };
  for (const all of [true, false])
    for (const mentions of [true, false]) {
      expect(pushedMessagesAt(wishes(all, mentions, false), NIGHT)).toEqual({ all, mentions });
      expect(pushedMessagesAt(wishes(all, mentions, true), NIGHT)).toEqual({ all: false, mentions: false });
      expect(pushedMessagesAt(wishes(all, mentions, true), MORNING)).toEqual({ all, mentions });
    }
});

test("the table of ways says of messages and mentions what the code does", () => {
  const rows = fs.readFileSync("docs/notifications.md", "utf8").split("\n");
  const push = (what: string): string =>
    rows
      .find((row) => row.startsWith(`| ${what} |`))
      ?.split("|")[2]
      ?.trim() ?? "";
  const { channels } = preferences("bookings", { push: true, email: true, isQuiet: false });
  const quiet = preferences("bookings", { push: true, email: true, isQuiet: true });
  expect(channels).toHaveProperty("messages");
  expect(push("messages")).toBe("after two seconds, unless they have been read; never of a muted conversation or in quiet hours");
  expect(pushedMessagesAt(quiet, NIGHT).all).toBe(false);
  expect(channels).toHaveProperty("mentions");
  expect(push("messages that name one")).toBe(
    "after two seconds, unless they have been read; also of a muted conversation, never in quiet hours",
  );
  expect(pushedMessagesAt(quiet, NIGHT).mentions).toBe(false);
});

test("the reminder a day before a viewing waits for the end of quiet hours, the one an hour before does not; neither has a second mail", () => {
  const wishes = preferences("viewings", { push: true, email: true, isQuiet: true });
  const plan = (kind: ViewingReminderKind, isMuted = false) =>
    planOf({ notification: reminder(kind), preferences: wishes, isMuted, now: NIGHT });
  expect([plan("day"), plan("hour"), plan("day", true), plan("hour", true)]).toEqual([
    { push: MORNING },
    { push: NIGHT },
    {},
    { push: NIGHT },
  ]);
});
