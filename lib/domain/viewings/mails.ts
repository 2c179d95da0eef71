import { type Addressed, letter } from "../letter.ts";
import type { Mail } from "../ports.ts";
import { withWayOut } from "../way-out.ts";
import type { ReminderKind } from "./reminder.policy.ts";

type Given = Addressed & {
  userId: string;
  origin: string;
  linkKey: string;
  conversationId: string;
  startsAt: Date;
  /** The home's own. */
  timeZone: string;
};

/** By the clock of the home, and saying so: it is where one has to be. */
const momentOf = ({ startsAt, timeZone }: Given): string => {
  const format = new Intl.DateTimeFormat("en-GB", { timeZone, dateStyle: "full", timeStyle: "short" });
  return `${format.format(startsAt)} on the clock of the home (${timeZone})`;
};

const SUBJECTS: Record<ReminderKind, string> = {
  day: "A viewing of yours is coming up",
  hour: "A viewing of yours is about to begin",
};

/** Names and addresses stay out (`letter.ts` says why): the page has them. */
export const viewingReminderMail = (given: Given & { kind: ReminderKind }): Mail => {
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
