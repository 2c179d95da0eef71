import type { Notification } from "#lib/contract/notifications.ts";
import { type Addressed, letter } from "../letter.ts";
import type { Mail } from "../ports.ts";
import { withWayOut } from "../way-out.ts";
import type { Urgency } from "./channel.policy.ts";

type Given = Addressed & { userId: string; origin: string; linkKey: string };

type Words = { subject: string; lead: string; rest: string };

/** Names and titles stay out (`letter.ts` says why): the page has them. */
const bookingWords: Record<Extract<Urgency, { kind: "bookings" }>["step"], Words> = {
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

const viewingWords: Record<Extract<Urgency, { kind: "viewings" }>["step"], Words> = {
  ask: {
    subject: "You are asked for a viewing soon",
    lead: "Somebody asks you for a viewing within the next two days, and offers times.",
    rest: "Choose one of them, or offer others. Once they have passed, nothing is arranged.",
  },
  propose: {
    subject: "Other times are offered for a viewing",
    lead: "Other times are offered for a viewing of yours, within the next two days.",
    rest: "Choose one of them, or offer others. Once they have passed, nothing is arranged.",
  },
  move: {
    subject: "A viewing of yours is to be moved",
    lead: "Other times are offered for a viewing that you have agreed on, within the next two days.",
    rest: "Until you choose one of them, it stays when it is.",
  },
};

const wordsOf = (urgency: Urgency): Words =>
  urgency.kind === "bookings" ? bookingWords[urgency.step] : viewingWords[urgency.step];

export const urgentMail = (given: Given & { urgency: Urgency; conversationId: Notification["conversationId"] }): Mail => {
  const { urgency, conversationId, origin, id, to } = given;
  const words = { ...wordsOf(urgency), action: "Open the conversation", link: `${origin}/inbox/${conversationId}` };
  return withWayOut(letter({ id, to }, words), given, urgency.kind);
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
