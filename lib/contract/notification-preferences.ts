import * as z from "zod";

/** `22:30`, as a clock on the wall shows it. */
const WallClock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, "must be a time like 22:30");

const isTimeZone = (name: string): boolean => {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone !== "";
  } catch {
    return false;
  }
};

const QuietHours = z
  .strictObject({
    from: WallClock,
    /** May be before `from`: then it is of the next day. */
    until: WallClock,
    /** An IANA name. */
    timeZone: z.string().max(64).refine(isTimeZone, "must be a time zone"),
  })
  .refine(({ from, until }) => from !== until, "must begin at another time than they end");
export type QuietHours = z.infer<typeof QuietHours>;

/** Of what one is told by which way, while one does not look at the page. */
export const NotificationPreferences = z
  .strictObject({
    channels: z.strictObject({
      bookings: z.strictObject({ push: z.boolean(), email: z.boolean() }),
      viewings: z.strictObject({ push: z.boolean(), email: z.boolean() }),
      /** `email`: the mail that sums up what is unread. */
      messages: z.strictObject({ push: z.boolean(), email: z.boolean() }),
      /** Messages that name this person, also of muted conversations. */
      mentions: z.strictObject({ push: z.boolean() }).default({ push: true }),
    }),
    /** When only what is urgent gets through: all else waits for their end. */
    quietHours: QuietHours.nullable(),
  })
  .meta({ id: "NotificationPreferences" });
export type NotificationPreferences = z.infer<typeof NotificationPreferences>;

/** What a link in a mail can turn off. */
export const mailKinds = ["bookings", "viewings", "messages"] as const;
export type MailKind = (typeof mailKinds)[number];

export const Unsubscribe = z.strictObject({ token: z.string().max(200) });
export const Unsubscribed = z.strictObject({ kind: z.enum(mailKinds) });
export type Unsubscribed = z.infer<typeof Unsubscribed>;
