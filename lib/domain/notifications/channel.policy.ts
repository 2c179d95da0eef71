import type { BookingEventName } from "#lib/contract/bookings.ts";
import type { NotificationPreferences } from "#lib/contract/notification-preferences.ts";
import type { Notification } from "#lib/contract/notifications.ts";
import type { ViewingEventName } from "#lib/contract/viewings.ts";
import { quietUntil } from "./quiet-hours.policy.ts";

/** The ways in which somebody is told who does not look at the pages. */
export type Channel = "push" | "email";

/** What gets through quiet hours and mutes: somebody has to act before a time is over, or has lost a room. */
export const urgentSteps = ["request", "approve", "propose-dates", "cancel"] as const satisfies readonly BookingEventName[];

/** The same of a viewing, as long as the first of the times that it names is near. */
export const urgentViewingSteps = ["ask", "propose", "confirm", "move", "cancel"] as const satisfies readonly ViewingEventName[];

const HOUR_MS = 3_600_000;

/** How near: until then, somebody looks at what is unread anyway. */
export const SOON_MS = 48 * HOUR_MS;

export type Urgency =
  | { kind: "bookings"; step: (typeof urgentSteps)[number] }
  | { kind: "viewings"; step: (typeof urgentViewingSteps)[number] };

type Told = Pick<Notification, "about" | "createdAt">;

const isSoon = (startsAt: string | undefined, createdAt: string): boolean =>
  startsAt !== undefined && Date.parse(startsAt) <= Date.parse(createdAt) + SOON_MS;

/** What is urgent about a notification, or nothing. */
export const urgencyOf = ({ about, createdAt }: Told): Urgency | undefined => {
  if (about.type === "booking_event") {
    const step = urgentSteps.find((one) => one === about.event);
    return step && { kind: "bookings", step };
  }
  const step = urgentViewingSteps.find((one) => one === about.event);
  return step && isSoon(about.slots[0]?.startsAt, createdAt) ? { kind: "viewings", step } : undefined;
};

export const isUrgent = (told: Told): boolean => urgencyOf(told) !== undefined;

type Asked = {
  notification: Told;
  preferences: NotificationPreferences;
  /** Whether that person wants to hear nothing of the conversation now. */
  isMuted: boolean;
  now: Date;
};

/**
 * When each way tells of a notification, not before `now`; a way that is absent never does. What is not urgent gets no mail of
 * its own: the one that sums up has it.
 */
export const planOf = ({ notification, preferences, isMuted, now }: Asked): Partial<Record<Channel, Date>> => {
  const { channels, quietHours } = preferences;
  const { push, email } = channels[notification.about.type === "booking_event" ? "bookings" : "viewings"];
  if (isUrgent(notification)) return { ...(push ? { push: now } : {}), ...(email ? { email: now } : {}) };
  if (!push || isMuted) return {};
  return { push: (quietHours && quietUntil(quietHours, now)) ?? now };
};
