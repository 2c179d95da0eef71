import type { MailKind } from "#lib/contract/notification-preferences.ts";
import type { Notification } from "#lib/contract/notifications.ts";
import { type Addressed, letter } from "../letter.ts";
import type { Mail } from "../ports.ts";
import type { urgentSteps } from "./channel.policy.ts";
import { unsubscribeToken } from "./unsubscribe-token.ts";

type Given = Addressed & { userId: string; origin: string; linkKey: string };

/** With a link that ends such mails: one for people, and one for their mail program's button. */
const withWayOut = (mail: Mail, { userId, origin, linkKey }: Given, kind: MailKind): Mail => {
  const token = unsubscribeToken(linkKey, userId, kind);
  const [page, post] = [`${origin}/unsubscribe#token=${token}`, `${origin}/api/notifications/unsubscribe?token=${token}`];
  return {
    ...mail,
    text: `${mail.text}\nNo more of these mails: ${page}\n`,
    html: mail.html.replace(
      "</body>",
      `<p style="text-align:center;font-size:13px"><a href="${page}" style="color:#4a5651">No more of these mails</a></p>\n</body>`,
    ),
    unsubscribe: post,
  };
};

type UrgentStep = (typeof urgentSteps)[number];

/** Names and titles stay out (`letter.ts` says why): the page has them. */
const urgentWords: Record<UrgentStep, { subject: string; lead: string; rest: string }> = {
  request: {
    subject: "A student asks for your room",
    lead: "A student has asked for a room of yours and waits for your answer.",
    rest: "Without an answer in time the request ends by itself, and the student looks elsewhere.",
  },
  approve: {
    subject: "Your request is approved",
    lead: "The landlord has approved your request and holds the room for you. Please confirm it.",
    rest: "Without a confirmation in time the booking ends by itself, and the room is free for others.",
  },
  "propose-dates": {
    subject: "Other dates are proposed for your booking",
    lead: "Other dates are proposed for a booking of yours. Please take them or leave them.",
    rest: "Until you do, the booking stays as it is.",
  },
  cancel: {
    subject: "A booking of yours was cancelled",
    lead: "A booking of yours was cancelled. The reason stands in the conversation.",
    rest: "The room is free for others from now on.",
  },
};

export const urgentMail = (given: Given & { event: UrgentStep; conversationId: Notification["conversationId"] }): Mail => {
  const { event, conversationId, origin, id, to } = given;
  const words = { ...urgentWords[event], action: "Open the conversation", link: `${origin}/inbox/${conversationId}` };
  return withWayOut(letter({ id, to }, words), given, "bookings");
};

export type Unread = { conversations: number; notifications: number };

const counted = (count: number, one: string, many: string): string => (count === 1 ? `one ${one}` : `${count} ${many}`);

/** One mail for all that is unread. */
export const digestMail = (given: Given & Unread): Mail => {
  const { conversations, notifications, origin, id, to } = given;
  const parts = [
    ...(conversations > 0 ? [`unread messages in ${counted(conversations, "conversation", "conversations")}`] : []),
    ...(notifications > 0 ? [counted(notifications, "unread notification", "unread notifications")] : []),
  ];
  const words = {
    subject: "What you have not read yet",
    lead: `There is news for you: ${parts.join(" and ")}.`,
    action: conversations > 0 ? "Open your messages" : "Open your notifications",
    link: `${origin}${conversations > 0 ? "/inbox" : "/notifications"}`,
    rest: "This mail comes once for what you have not read for a quarter of an hour.",
  };
  return withWayOut(letter({ id, to }, words), given, "messages");
};
