import type { BookingEventName } from "#lib/contract/bookings.ts";
import type { NotificationPreferences } from "#lib/contract/notification-preferences.ts";
import type { Notification } from "#lib/contract/notifications.ts";
import { quietUntil } from "./quiet-hours.policy.ts";

/** The ways in which somebody is told who does not look at the pages. */
export type Channel = "push" | "email";

/** What gets through quiet hours and mutes: somebody has to act before a time is over, or has lost a room. */
export const urgentSteps = ["request", "approve", "propose-dates", "cancel"] as const satisfies readonly BookingEventName[];

export const isUrgent = ({ event }: Notification["about"]): boolean => urgentSteps.some((step) => step === event);

type Asked = {
  about: Notification["about"];
  preferences: NotificationPreferences;
  /** Whether that person wants to hear nothing of the conversation now. */
  isMuted: boolean;
  now: Date;
};

/**
 * When each way tells of a notification, not before `now`; a way that is absent never does. What is not urgent gets no mail of
 * its own: the one that sums up has it.
 */
export const planOf = ({ about, preferences, isMuted, now }: Asked): Partial<Record<Channel, Date>> => {
  const { channels, quietHours } = preferences;
  const { push, email } = channels.bookings;
  if (isUrgent(about)) return { ...(push ? { push: now } : {}), ...(email ? { email: now } : {}) };
  if (!push || isMuted) return {};
  return { push: (quietHours && quietUntil(quietHours, now)) ?? now };
};
