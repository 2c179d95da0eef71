import { type Addressed, letter } from "../letter.ts";
import type { Mail } from "../ports.ts";
import { whoActs } from "./reminder.policy.ts";
import type { Pending } from "./reminder.reader.ts";

/** In UTC and saying so: whose clock the reader goes by is not known. */
const moment = new Intl.DateTimeFormat("en-GB", { dateStyle: "full", timeStyle: "short", timeZone: "UTC" });

type Given = Addressed & Pick<Pending, "conversationId" | "status" | "deadlineAt"> & { origin: string };

export const deadlineMail = ({ id, to, origin, conversationId, status, deadlineAt }: Given): Mail => {
  const until = `${moment.format(deadlineAt)} UTC`;
  const words =
    whoActs(status) === "landlord"
      ? {
          subject: "A request for your room waits for your answer",
          lead: `A student has asked for a room of yours and waits for your answer. There is time until ${until}.`,
          rest: "Without an answer the request ends by itself, and the student looks elsewhere.",
        }
      : {
          subject: "Your room waits for your confirmation",
          lead: `The landlord has approved your request and holds the room for you. Please confirm until ${until}.`,
          rest: "Without a confirmation the booking ends by itself, and the room is free for others.",
        };
  return letter({ id, to }, { ...words, action: "See the request", link: `${origin}/inbox/${conversationId}` });
};
