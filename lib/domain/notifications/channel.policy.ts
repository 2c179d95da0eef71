import type { BookingEventName } from "#lib/contract/bookings.ts";
import type { Notification } from "#lib/contract/notifications.ts";

/** The ways in which somebody is told who does not look at the pages. */
type Channel = "push";

/** Somebody has to act before a time is over, or has lost a room. */
const URGENT: readonly BookingEventName[] = ["request", "approve", "propose-dates", "cancel"];

export const isUrgent = ({ event }: Notification["about"]): boolean => URGENT.includes(event);

type Asked = { about: Notification["about"]; now: Date };

/** When each way tells of a notification, not before `now`; a way that is absent never does. */
export const planOf = ({ now }: Asked): Partial<Record<Channel, Date>> => ({ push: now });
