import fs from "node:fs";
import type { BookingEventName, BookingStatus } from "#lib/contract/bookings.ts";
import { execute } from "./sql.ts";

const PEOPLE = ["student", "landlord"] as const;
const WAITING: BookingStatus[] = ["requested", "approved"];

/** What docs/notifications.md says: of which change of a booking which of the two is told. */
const [, table = ""] = /\| what happens to a booking (.*?)\n\n/s.exec(fs.readFileSync("docs/notifications.md", "utf8")) ?? [];
const told = new Map(
  table
    .split("\n")
    .map((line) => line.split("|").map((cell) => cell.trim()))
    .filter((cells) => cells.length === 5)
    .map(([, what = "", ...cells]) => [what, PEOPLE.filter((_, index) => cells[index] === "told")]),
);

type Step = { event: BookingEventName; actorId: string | null; reason: string | null; status: BookingStatus };
type Entry = {
  id: string;
  student: string;
  landlord: string;
  status: BookingStatus;
  version: number;
  events: Step[];
  lines: string[];
  cards: string[];
  /** The card's last change is said in the conversation right before the last line, or it came with the first. */
  isCardOfLastStep: boolean;
  notices: string[];
  /** Null: nobody has counted them. */
  reminders: number | null;
};

const REMINDERS = `(select count(*)::int from graphile_worker._private_jobs job
      where job.key like 'booking:remind ' || booking.id || '%'
        and (job.payload->'data'->>'deadlineAt')::timestamptz = deadline_at)`;

const books = (reminders: string): string => `
  select booking.id, student_id as student, landlord_id as landlord, status, version,
    (select json_agg(json_build_object('event', event, 'actorId', actor_id, 'reason', reason, 'status', status) order by version)
      from booking_events where booking_id = booking.id) as events,
    (select coalesce(json_agg(system->>'event' order by seq), '[]') from messages
      where conversation_id = booking.conversation_id and system->>'type' = 'booking_event'
        and system->>'bookingId' = booking.id::text) as lines,
    (select coalesce(json_agg(id), '[]') from messages
      where conversation_id = booking.conversation_id and system->>'type' = 'booking'
        and system->>'bookingId' = booking.id::text) as cards,
    coalesce((select abs(card.rev - line.rev) = 1 from messages card, messages line
      where card.conversation_id = booking.conversation_id and card.id = card_message_id
        and line.conversation_id = booking.conversation_id and line.system->>'bookingId' = booking.id::text
        and line.system->>'type' = 'booking_event' order by line.seq desc limit 1), false) as "isCardOfLastStep",
    (select coalesce(json_agg((about->>'event') || ' to ' || user_id), '[]') from notifications
      where conversation_id = booking.conversation_id and about->>'bookingId' = booking.id::text) as notices,
    ${reminders} as reminders
  from bookings booking where room_id = any($1::text::uuid[])`;

const OVERLAPS = `
  select one.id from bookings one join bookings other on one.room_id = other.room_id and one.id < other.id
    and one.from_date < other.to_date and other.from_date < one.to_date
  where one.room_id = any($1::text::uuid[]) and one.status in ('approved', 'confirmed', 'checked_in')
    and other.status in ('approved', 'confirmed', 'checked_in')`;

const noticesDue = ({ events, student, landlord }: Entry): string[] =>
  events.flatMap(({ event, actorId, reason }) =>
    (told.get(event === "expire" ? `expire: ${reason}` : event) ?? [])
      .map((party) => (party === "student" ? student : landlord))
      .filter((userId) => userId !== actorId)
      .map((userId) => `${event} to ${userId}`),
  );

const same = (one: string[], other: string[]): boolean => JSON.stringify(one) === JSON.stringify(other);

const faultsOf = (entry: Entry): string[] => {
  const { id, status, version, events, lines, cards, notices } = entry;
  const rules: Record<string, boolean> = {
    "as many events as its version": events.length === version,
    "the status of its last event": events.at(-1)?.status === status,
    "one card": cards.length === 1,
    "a card that changed with its last step": entry.isCardOfLastStep,
    "one line for each event, in order": same(
      lines,
      events.map(({ event }) => event),
    ),
    "the notifications of the page": same([...notices].sort(), noticesDue(entry).sort()),
    "two reminders while it waits": !WAITING.includes(status) || (entry.reminders ?? 2) === 2,
  };
  return Object.entries(rules).flatMap(([rule, holds]) => (holds ? [] : [`${id} (${status}) lacks ${rule}`]));
};

export type Books = { faults: string[]; entries: Entry[] };
export type Run = (statement: string, parameters: string[]) => Promise<readonly unknown[]>;

/** What a database holds of the bookings of some rooms, and everything in it that contradicts itself. */
export const readBooks = async (run: Run, roomIds: string[], { reminders = true } = {}): Promise<Books> => {
  const rooms = [`{${roomIds.join(",")}}`];
  const entries = (await run(books(reminders ? REMINDERS : "null"), rooms)).map((row) => row as Entry);
  const overlapping = (await run(OVERLAPS, rooms)).map((row) => row as { id: string });
  return { entries, faults: [...overlapping.map(({ id }) => `${id} overlaps another that holds`), ...entries.flatMap(faultsOf)] };
};

/** The same of a test's database, by its URL. */
export const openBooks = (databaseUrl: string, roomIds: string[]): Promise<Books> =>
  readBooks((statement, parameters) => execute(databaseUrl, statement, parameters), roomIds);
