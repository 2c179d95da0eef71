import { expect, test } from "vitest";
import { ViewingEventName, ViewingReminderKind } from "#lib/contract/viewings.ts";
import { toldPage } from "../testing/told-page.ts";
import { remindedOf, reminderNoticesOf, toldOf } from "./viewing-notices.ts";

test("who is told of a viewing is what the page says, of everything that can happen", () => {
  expect(toldPage("what happens to a viewing")).toEqual(ViewingEventName.options.map((event) => [event, [...toldOf[event]]]));
});

test("who is reminded of a viewing is what the page says", () => {
  expect(toldPage("before a viewing")).toEqual(ViewingReminderKind.options.map((kind) => [kind, [...remindedOf[kind]]]));
  const upcoming = { conversationId: "c", listingId: "l", studentId: "anna", landlordId: "lena", timeZone: "Europe/Berlin" };
  const reminder = { viewingId: "v", kind: "day", startsAt: "2027-03-28T08:00:00.000Z" } as const;
  const about = { type: "viewing_reminder", ...reminder, timeZone: "Europe/Berlin" };
  const given = { actorId: null, conversationId: "c", listingId: "l", about };
  expect(reminderNoticesOf(upcoming, reminder)).toEqual([
    { userId: "anna", ...given },
    { userId: "lena", ...given },
  ]);
});
