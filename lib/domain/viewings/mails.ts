import type { Viewing, ViewingReminderKind, ViewingSlot } from "#lib/contract/viewings.ts";
import { type Addressed, letter } from "../letter.ts";
import type { Mail } from "../ports.ts";
import { withWayOut } from "../way-out.ts";
import { calendarOf } from "./viewing-calendar.ts";

type Given = Addressed & { userId: string; origin: string; linkKey: string };

type Moment = {
  startsAt: Date;
  /** The home's own. */
  timeZone: string;
};

/** By the clock of the home, and saying so: it is where one has to be. */
const momentOf = ({ startsAt, timeZone }: Moment): string => {
  const format = new Intl.DateTimeFormat("en-GB", { timeZone, dateStyle: "full", timeStyle: "short" });
  return `${format.format(startsAt)} on the clock of the home (${timeZone})`;
};

const SUBJECTS: Record<ViewingReminderKind, string> = {
  day: "A viewing of yours is coming up",
  hour: "A viewing of yours is about to begin",
};

/** Names and addresses stay out (`letter.ts` says why): the page has them. */
export const viewingReminderMail = (given: Given & Moment & { conversationId: string; kind: ViewingReminderKind }): Mail => {
  const { id, to, origin, conversationId, kind } = given;
  const words = {
    subject: SUBJECTS[kind],
    lead: `Your viewing begins on ${momentOf(given)}.`,
    action: "See where it is",
    link: `${origin}/inbox/${conversationId}`,
    rest: "If you cannot make it, move or cancel it there, so that nobody waits.",
  };
  return withWayOut(letter({ id, to }, words), given, "viewings");
};

const agreedWords = (moment: string) => ({
  subject: "Your viewing is confirmed",
  lead: `Your viewing is on ${moment}.`,
  rest: "The entry for your calendar is in this mail. It changes with the viewing.",
});

const offWords = (moment: string) => ({
  subject: "Your viewing is cancelled",
  lead: `Your viewing on ${moment} is cancelled.`,
  rest: "What is in this mail takes it out of your calendar.",
});

/** With the entry for the calendar, which has names and the address of the home: only who has shown an address to be theirs gets it. */
export const invitationMail = (given: Given & { viewing: Viewing; slot: ViewingSlot }): Mail => {
  const { id, to, userId, origin, viewing, slot } = given;
  const isOff = viewing.status === "cancelled";
  const moment = momentOf({ startsAt: new Date(slot.startsAt), timeZone: viewing.listing.timeZone });
  const link = `${origin}/inbox/${viewing.conversationId}`;
  const words = { ...(isOff ? offWords(moment) : agreedWords(moment)), action: "Open the conversation", link };
  const { name } = userId === viewing.student.id ? viewing.student : viewing.landlord;
  const content = calendarOf(viewing, slot, origin, { name, email: to });
  return withWayOut(
    { ...letter({ id, to }, words), calendar: { method: isOff ? "CANCEL" : "REQUEST", content } },
    given,
    "viewings",
  );
};
