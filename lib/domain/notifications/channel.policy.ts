import type { Notification } from "#lib/contract/notifications.ts";

/** The ways in which somebody is told who does not look at the pages. */
type Channel = "push" | "email";

type Asked = {
  about: Notification["about"];
  now: Date;
};

/** When each way tells of a notification, not before `now`; a way that is absent never does. */
export const planOf = ({ now }: Asked): Partial<Record<Channel, Date>> => ({ push: now, email: now });
