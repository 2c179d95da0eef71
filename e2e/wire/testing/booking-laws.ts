import type { Booking, BookingEventName, BookingReason, BookingStatus } from "#lib/contract/bookings.ts";
import type { RoomAvailability } from "#lib/contract/housing.ts";
import type { Notification } from "#lib/contract/notifications.ts";
import type { Told } from "#lib/server/testing/bare-services.ts";
import { day } from "../../harness/homes.ts";
import type { Answer } from "./booking-stories.ts";

/** Judges a story by what is stored, what was answered and what was told; nothing in here asks the code that it judges. */

type Stay = { from: string; to: string };
type Event = Stay & {
  version: number;
  event: BookingEventName;
  status: BookingStatus;
  actorId: string | null;
  reason: BookingReason | null;
  at: string;
};

/** A booking as its row and its events have it, the events in the order of their versions. */
export type Kept = Stay & {
  id: string;
  studentId: string;
  landlordId: string;
  status: BookingStatus;
  version: number;
  reason: BookingReason | null;
  deadlineAt: string | null;
  events: Event[];
};

export type Facts = { kept: Kept[]; answers: Answer[]; told: Told[]; room: RoomAvailability | undefined; notices: string[] };

const HOLDS: BookingStatus[] = ["approved", "confirmed", "checked_in"];
const IS_LET: BookingStatus[] = ["confirmed", "checked_in"];
const OPEN: BookingStatus[] = ["requested", ...HOLDS];
const MEETS_DATES: BookingEventName[] = ["propose-dates", "accept-dates", "decline-dates"];
/** Who may never do what, whatever the state. */
const OF_STUDENT = ["confirm", "withdraw"];
const OF_LANDLORD = ["approve", "decline", "check-in", "complete"];

const nightsOf = ({ from, to }: Stay): string[] => {
  const nights: string[] = [];
  for (let at = Date.parse(from); at < Date.parse(to); at += 86_400_000) nights.push(new Date(at).toISOString().slice(0, 10));
  return nights;
};
const shareNight = (one: Stay, other: Stay): boolean => {
  const nights = new Set(nightsOf(one));
  return nightsOf(other).some((night) => nights.has(night));
};

type Standing = Stay & { id: string; status: BookingStatus };

/** More than one that holds a night, by counting nights. */
const doubleNights = (standing: Standing[]): string[] => {
  const nights = standing.filter(({ status }) => HOLDS.includes(status)).flatMap(nightsOf);
  return nights.filter((night, index) => nights.indexOf(night) !== index).map((night) => `two hold the night of ${night}`);
};

/** Goes through all that happened in a room, in its order, and looks after each step. */
const replayFaults = (kept: Kept[]): string[] => {
  const moments = new Map<string, { id: string; event: Event }[]>();
  for (const { id, events } of kept)
    for (const event of events) moments.set(event.at, [...(moments.get(event.at) ?? []), { id, event }]);
  const standing = new Map<string, Standing>();
  const faults: string[] = [];
  for (const [, changes] of [...moments].sort(([one], [other]) => (one < other ? -1 : 1))) {
    for (const { id, event } of changes) {
      const { from, to } = event.event === "request" || event.event === "accept-dates" ? event : (standing.get(id) ?? event);
      standing.set(id, { id, from, to, status: event.status });
    }
    const all = [...standing.values()];
    const lets = all.filter(({ status }) => IS_LET.includes(status));
    const isLost = (one: Standing): boolean => lets.some((other) => shareNight(one, other));
    faults.push(...doubleNights(all));
    for (const one of all) if (one.status === "requested" && isLost(one)) faults.push(`${one.id} still asks for what is let`);
    for (const { id, event } of changes) {
      const one = standing.get(id);
      if (event.reason === "dates_taken" && one && !isLost(one)) faults.push(`${id} ended for dates that nobody had taken`);
    }
  }
  for (const { id, from, to, status } of kept) {
    const last = standing.get(id);
    if (last?.status !== status || last.from !== from || last.to !== to) faults.push(`${id} is not where its events lead`);
  }
  return faults;
};

const versionFaults = ({ id, version, events }: Kept): string[] =>
  events.every((event, index) => event.version === index + 1) && events.length === version
    ? []
    : [`${id} has the versions ${events.map((event) => event.version)} and says ${version}`];

/** Who lost a booking knows why: the row, the event and what the student was told say the same. */
const reasonFaults = ({ id, studentId, status, reason, events }: Kept, told: Told[]): string[] => {
  const last = events.at(-1);
  if (status !== "expired" && status !== "cancelled") return [];
  if (!reason || last?.reason !== reason) return [`${id} is ${status} and says ${reason}, its last event ${last?.reason}`];
  const heard = told
    .filter(({ to, event }) => to === studentId && event === "notification:new")
    .flatMap(({ payload }) => {
      const { about } = payload as Notification;
      return about.type === "booking_event" && about.bookingId === id ? [about] : [];
    });
  const hasHeard = last.actorId === studentId || heard.some((about) => about.event === last.event && about.reason === reason);
  return hasHeard ? [] : [`${id} is ${status} and its student was not told that ${reason}`];
};

/** Each change was told once to each of the two, and nothing to anybody else. */
const newsFaults = (kept: Kept[], told: Told[]): string[] => {
  const due = kept.flatMap(({ id, studentId, landlordId, events }) =>
    events.flatMap(({ version }) => [studentId, landlordId].map((userId) => `${id} ${version} to ${userId}`)),
  );
  const heard = told.flatMap(({ event, to, payload }) => {
    const { id, version } = payload as Booking;
    return event === "booking:updated" ? [`${id} ${version} to ${to}`] : [];
  });
  return JSON.stringify(heard.sort()) === JSON.stringify(due.sort()) ? [] : [`told ${heard.join(", ")}; due ${due.join(", ")}`];
};

const noticeFaults = (notices: string[], told: Told[]): string[] => {
  const heard = told.flatMap(({ event, to, payload }) => {
    const about = event === "notification:new" ? (payload as Notification).about : undefined;
    return about?.type === "booking_event" ? [`${about.event} to ${to}`] : [];
  });
  return JSON.stringify(heard.sort()) === JSON.stringify([...notices].sort())
    ? []
    : [`notified ${heard.join(", ")} of ${notices.join(", ")}`];
};

/** What somebody did was answered as done to one who saw the version before it, and what was answered as done is there. */
const answerFaults = (kept: Kept[], answers: Answer[]): string[] => {
  const faults: string[] = [];
  const good = answers.flatMap((answer) =>
    answer.code === undefined && answer.booking ? [{ ...answer, booking: answer.booking }] : [],
  );
  for (const { id, events } of kept) {
    const own = good.filter(({ booking }) => booking.id === id);
    for (const { event, actorId, version, from, to } of events) {
      const makers = own.filter(
        ({ step, actorId: asker, booking, expectedVersion }) =>
          step === event && asker === actorId && booking.version === version && (expectedVersion ?? version - 1) === version - 1,
      );
      if (actorId !== null && makers.length === 0) faults.push(`nobody who knew of it did ${event} ${version} of ${id}`);
      const isMeant = makers.some(({ stay }) => stay.from === from && stay.to === to);
      if ((event === "request" || event === "propose-dates") && !isMeant) faults.push(`${event} of ${id} has other dates`);
      const once = events.filter((other) => other.event === event && other.actorId === actorId);
      if (!MEETS_DATES.includes(event) && once.length > 1) faults.push(`${event} of ${id} happened ${once.length} times`);
    }
    for (const { step, actorId, booking } of own) {
      const isThere = events.some((one) => one.event === step && one.actorId === actorId && one.version <= booking.version);
      if (!isThere) faults.push(`${step} of ${id} was answered as done, and is not there`);
    }
  }
  const strays = good.filter(({ booking }) => kept.every(({ id }) => id !== booking.id));
  return [...faults, ...strays.map(({ step, booking }) => `${step} was answered with ${booking.id}, which is not there`)];
};

/** A refusal is one of those that there are, and true. */
const refusalFaults = (kept: Kept[], { step, actorId, id, code, reason, booking, expectedVersion, stay }: Answer): string[] => {
  if (code === undefined) return [];
  const own = kept.find((one) => one.id === id);
  const said = [`${step} of ${id || "a room"} was refused for ${code} ${reason ?? ""}`];
  if (code === "forbidden") {
    const never = own?.studentId === actorId ? OF_LANDLORD : OF_STUDENT;
    return never.includes(step) ? [] : said;
  }
  if (code !== "conflict") return said;
  const wasHeld = kept.some((other) => other.id !== id && other.events.some(({ status }) => HOLDS.includes(status)));
  const isTrue = {
    stale_version: () => booking !== undefined && booking.version !== expectedVersion,
    illegal_step: () =>
      booking !== undefined && !booking.steps[own?.studentId === actorId ? "student" : "landlord"].includes(step as never),
    deadline_passed: () => booking?.status === "expired",
    dates_held: () => wasHeld,
    already_requested: () => booking?.student.id === actorId && shareNight(booking, stay),
    not_free_yet: () => false,
  };
  return reason && isTrue[reason]() ? [] : said;
};

const latest = (days: string[]): string | null => days.sort().at(-1) ?? null;

/** The room as anybody would say it who has read the list of its bookings. */
const standingOf = (kept: Kept[]) => {
  const inState = (states: BookingStatus[]): Kept[] => kept.filter(({ status }) => states.includes(status));
  const [requests, approved, lets] = [inState(["requested"]), inState(["approved"]), inState(IS_LET)];
  const standing: [RoomAvailability["status"], Kept[]][] = [
    ["let", lets],
    ["held", approved],
    ["requested", requests],
  ];
  return {
    status: standing.find(([, found]) => found.length > 0)?.[0] ?? "free",
    requests: requests.length,
    heldUntil: approved.map(({ deadlineAt }) => deadlineAt).sort()[0] ?? null,
    letUntil: latest(lets.map(({ to }) => to)),
    availableFrom: latest(inState(HOLDS).map(({ to }) => to)) ?? day(0),
  };
};

const roomFaults = (kept: Kept[], room: RoomAvailability | undefined): string[] => {
  const due = standingOf(kept);
  const { status, requests, heldUntil, letUntil, availableFrom } = room ?? {};
  const said = { status, requests, heldUntil, letUntil, availableFrom };
  return JSON.stringify(said) === JSON.stringify(due) ? [] : [`the room is ${JSON.stringify(said)}, not ${JSON.stringify(due)}`];
};

/** Everything that is wrong with a story that was lived through. */
export const faultsOf = ({ kept, answers, told, room, notices }: Facts): string[] => [
  ...doubleNights(kept),
  ...replayFaults(kept),
  ...kept.flatMap(versionFaults),
  ...kept.flatMap((one) => reasonFaults(one, told)),
  ...kept.flatMap(({ id, status, deadlineAt }) =>
    OPEN.includes(status) && deadlineAt !== null && Date.parse(deadlineAt) < Date.now() ? [`${id} is overdue`] : [],
  ),
  ...newsFaults(kept, told),
  ...noticeFaults(notices, told),
  ...answerFaults(kept, answers),
  ...answers.flatMap((answer) => refusalFaults(kept, answer)),
  ...roomFaults(kept, room),
];
