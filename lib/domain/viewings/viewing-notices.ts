import type { ViewingEventName, ViewingParty, ViewingReminder, ViewingReminderKind } from "#lib/contract/viewings.ts";
import type { NewNotification } from "../notifications/notification.service.ts";
import type { Upcoming } from "./reminder.reader.ts";
import { type Change, lineOf } from "./viewing-change.ts";

type Told = readonly Exclude<ViewingParty, "server">[];

const both: Told = ["student", "landlord"];

/** Who is told of what happens, unless it was their own doing. That a time is over is no news to two who have just met. */
export const toldOf: Record<ViewingEventName, Told> = {
  ask: both,
  propose: both,
  confirm: both,
  move: both,
  keep: both,
  cancel: both,
  lapse: both,
  expire: both,
  finish: [],
};

/** Who is reminded of a viewing that is near. */
export const remindedOf: Record<ViewingReminderKind, Told> = { day: both, hour: both };

/** The notices of such a reminder: nobody's doing. */
export const reminderNoticesOf = (
  upcoming: Upcoming,
  given: Pick<ViewingReminder, "viewingId" | "kind" | "startsAt">,
): NewNotification[] => {
  const { conversationId, listingId, timeZone, studentId, landlordId } = upcoming;
  const about: ViewingReminder = { type: "viewing_reminder", ...given, timeZone };
  return remindedOf[given.kind]
    .map((party) => (party === "student" ? studentId : landlordId))
    .map((userId) => ({ userId, actorId: null, conversationId, listingId, about }));
};

/** Those who are to be notified of a change. */
export const noticesOf = (change: Change): NewNotification[] => {
  const { row, actorId, event } = change;
  const { conversationId, listingId, updatedAt: createdAt } = row;
  return toldOf[event]
    .map((party) => (party === "student" ? row.studentId : row.landlordId))
    .filter((userId) => userId !== actorId)
    .map((userId) => ({ userId, actorId, conversationId, listingId, about: lineOf(change), createdAt }));
};
