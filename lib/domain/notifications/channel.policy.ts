import type { BookingEventName } from "#lib/contract/bookings.ts";
import type { NotificationPreferences } from "#lib/contract/notification-preferences.ts";
import type { Notification } from "#lib/contract/notifications.ts";
import type { ViewingEventName, ViewingReminderKind } from "#lib/contract/viewings.ts";
import { quietUntil } from "./quiet-hours.policy.ts";

/** The ways in which somebody is told who does not look at the pages. */
export type Channel = "push" | "email";

/** What gets through quiet hours and mutes: somebody has to act before a time is over, or has lost a room. */
export const urgentSteps = ["request", "approve", "propose-dates", "cancel"] as const satisfies readonly BookingEventName[];

/** The same of a viewing, as long as the first of the times that it names is near: somebody has to answer, */
export const askingViewingSteps = ["ask", "propose", "move"] as const satisfies readonly ViewingEventName[];

/** or has to be somewhere, or no more. These come with a calendar entry in a mail of their own, however far away. */
export const settlingViewingSteps = ["confirm", "cancel"] as const satisfies readonly ViewingEventName[];

/** Whoever is reminded of a viewing so late has to leave now. */
const urgentReminders = ["hour"] as const satisfies readonly ViewingReminderKind[];

const HOUR_MS = 3_600_000;

/** How near: until then, somebody looks at what is unread anyway. */
export const SOON_MS = 48 * HOUR_MS;

export type Urgency =
  | { kind: "bookings"; step: (typeof urgentSteps)[number] }
  | { kind: "viewings"; step: (typeof askingViewingSteps)[number] };

type Told = Pick<Notification, "about" | "createdAt">;

const isSoon = (startsAt: string | undefined, createdAt: string): boolean =>
  startsAt !== undefined && Date.parse(startsAt) <= Date.parse(createdAt) + SOON_MS;

export const isUrgent = ({ about, createdAt }: Told): boolean => {
  if (about.type === "booking_event") return urgentSteps.some((step) => step === about.event);
  if (about.type === "viewing_reminder") return urgentReminders.some((kind) => kind === about.kind);
  const steps: readonly ViewingEventName[] = [...askingViewingSteps, ...settlingViewingSteps];
  return steps.includes(about.event) && isSoon(about.slots[0]?.startsAt, createdAt);
};

/** What a mail of its own says of a notification, or nothing. */
export const urgencyOf = (told: Told): Urgency | undefined => {
  const { about } = told;
  if (!isUrgent(told)) return undefined;
  if (about.type === "booking_event") {
    const step = urgentSteps.find((one) => one === about.event);
    return step && { kind: "bookings", step };
  }
  // These have a mail of their own, whether they are urgent or not.
  if (about.type === "viewing_reminder") return undefined;
  const step = askingViewingSteps.find((one) => one === about.event);
  return step && { kind: "viewings", step };
};

/** Of which messages devices tell: of all where the conversation is not muted, and of those that name one also where it is. */
export type PushedMessages = { all: boolean; mentions: boolean };

export const pushedMessages = ({ channels }: NotificationPreferences): PushedMessages => ({
  all: channels.messages.push,
  mentions: channels.mentions.push,
});

/** The same at that moment: in quiet hours of none, the mail that sums up has them. */
export const pushedMessagesAt = (preferences: NotificationPreferences, now: Date): PushedMessages => {
  const { quietHours } = preferences;
  return quietHours && quietUntil(quietHours, now) ? { all: false, mentions: false } : pushedMessages(preferences);
};

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
  if (isUrgent(notification))
    return { ...(push ? { push: now } : {}), ...(email && urgencyOf(notification) ? { email: now } : {}) };
  if (!push || isMuted) return {};
  return { push: (quietHours && quietUntil(quietHours, now)) ?? now };
};
