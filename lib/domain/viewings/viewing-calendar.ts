import ical, { ICalAttendeeStatus, ICalCalendarMethod, ICalEventStatus } from "ical-generator";
import type { Viewing, ViewingSlot } from "#lib/contract/viewings.ts";
import { endOf } from "./slots.policy.ts";

const placeOf = ({ kind, listing }: Viewing): string => (kind === "video" ? "By video" : `${listing.street}, ${listing.city}`);

const aboutOf = ({ room, student, landlord, listing }: Viewing, talk: string): string =>
  [
    room ? `${room.name}, ${listing.title}` : listing.title,
    `${student.name} meets ${landlord.name}.`,
    `Times at the home are those of ${listing.timeZone}.`,
    talk,
  ].join("\n");

/** Whom an entry is mailed to: the only address in it, known to who gets it. */
type Guest = { name: string; email: string };

/**
 * The agreed time as a calendar file of one event. Its UID stays and its SEQUENCE rises with each change, so that a calendar that
 * has it moves or cancels what it has. Instants are in UTC: right everywhere, whatever a calendar knows of zones and their clocks.
 */
export const calendarOf = (viewing: Viewing, { startsAt, minutes }: ViewingSlot, origin: string, guest?: Guest): string => {
  // They have agreed on it here: nobody is to answer the mail.
  const attendees = guest ? [{ ...guest, rsvp: false, status: ICalAttendeeStatus.ACCEPTED }] : [];
  const isOff = viewing.status === "cancelled";
  const talk = `${origin}/inbox/${viewing.conversationId}`;
  const start = new Date(startsAt);
  const calendar = ical({
    prodId: { company: "UniNest", product: "Viewings", language: "EN" },
    method: isOff ? ICalCalendarMethod.CANCEL : guest ? ICalCalendarMethod.REQUEST : ICalCalendarMethod.PUBLISH,
  });
  calendar.createEvent({
    id: `${viewing.id}@viewings.uninest`,
    sequence: viewing.version - 1,
    status: isOff ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    stamp: new Date(viewing.updatedAt),
    created: new Date(viewing.createdAt),
    lastModified: new Date(viewing.updatedAt),
    start,
    end: endOf({ startsAt: start, minutes }),
    summary: `Viewing: ${viewing.listing.title}`,
    location: placeOf(viewing),
    description: aboutOf(viewing, talk),
    url: talk,
    // Both iTIP methods want one; whoever takes part keeps their address to themselves.
    organizer: { name: "UniNest", email: `no-reply@${new URL(origin).hostname}` },
    attendees,
  });
  return calendar.toString();
};
