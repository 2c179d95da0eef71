import type { Slot } from "#lib/domain/viewings/slots.policy.ts";
import { type Change, eventOf, firstChange, firstPostOf, postOf, stepChange } from "#lib/domain/viewings/viewing-change.ts";
import type { AppointmentPlan } from "./content/appointments.ts";
import { insertMessages } from "./insert-messages.ts";
import type { ConversationRows, ListingRow, MessageRow, RoomRow, ViewingEventRow, ViewingRow, ViewingSlotRow } from "./rows.ts";

type Deps = {
  plan: AppointmentPlan;
  talk: ConversationRows;
  listing: ListingRow;
  room: RoomRow;
  studentId: string;
  /** Hours that the home's clocks are ahead of UTC in winter. */
  utcOffset: number;
  now: Date;
};
type Built = { talk: ConversationRows; viewing: ViewingRow; slots: ViewingSlotRow[]; events: ViewingEventRow[] };
type Said = AppointmentPlan["said"][number];

const HALF_AN_HOUR = 30;

const timesOf = (said: Said, { now, utcOffset }: Deps): Slot[] =>
  "times" in said
    ? said.times.map(({ inDays, clock }) => {
        const [hours = 0, minutes = 0] = clock.split(":").map(Number);
        const day = [now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate() + inDays] as const;
        return { startsAt: new Date(Date.UTC(...day, hours - utcOffset, minutes)), minutes: HALF_AN_HOUR };
      })
    : [];

/** What was said comes a moment after the message before it. */
const placeOf = ({ after }: Said, { talk }: Deps) => {
  const afterSeq = Math.max(1, Math.floor(talk.messages.length * after));
  return { afterSeq, at: new Date((talk.messages[afterSeq - 1]?.createdAt ?? new Date(0)).getTime() + 1_000) };
};

/** The changes of a viewing in order, each by the rules that the product has for it. */
const changesOf = (deps: Deps, makeId: (at: Date) => string): Change[] => {
  const { plan, talk, listing, room, studentId } = deps;
  const { landlordId, timeZone } = listing;
  const changes: Change[] = [];
  for (const said of plan.said) {
    const { at: now } = placeOf(said, deps);
    const actorId = said.by === "student" ? studentId : landlordId;
    const slots = timesOf(said, deps);
    const before = changes.at(-1)?.row;
    if (!before) {
      const ids = { id: makeId(now), cardMessageId: makeId(now), conversationId: talk.conversations[0]?.id ?? "" };
      const made = { ...ids, listingId: listing.id, roomId: room.id, studentId, landlordId, kind: plan.kind };
      changes.push(firstChange(made, { actorId, slots, timeZone, now }));
    } else if (said.event !== "ask") {
      const startsAt = said.event === "confirm" ? before.slots[said.choice]?.startsAt : undefined;
      const reason = said.event === "cancel" ? said.reason : null;
      changes.push(stepChange(before, { step: said.event, slots, startsAt, actorId, reason, note: null, timeZone, now }));
    }
  }
  return changes;
};

/** A viewing with its events, and the conversation with its card and lines in their places. */
export const buildViewing = (deps: Deps, makeId: (at: Date) => string): Built => {
  const changes = changesOf(deps, makeId);
  const last = changes.at(-1);
  if (!last) throw new Error("A viewing begins with a request.");
  const rowsOf = (change: Change): Omit<MessageRow, "seq" | "rev">[] => {
    const { conversationId, senderId, lines } =
      change.event === "ask" ? firstPostOf(change, { message: undefined, notices: [] }) : postOf(change);
    return lines.map(({ id, system = null, countsUnread }, index) => {
      const createdAt = new Date(change.row.updatedAt.getTime() + index);
      const kind = "system" as const;
      return { conversationId, id: id ?? makeId(createdAt), senderId, kind, content: "", system, countsUnread, createdAt };
    });
  };
  // The last first, so that the places of those before it stay what they are.
  const told = changes.reduceRight((rows, change, index) => {
    const said = deps.plan.said[index];
    return said ? insertMessages(rows, placeOf(said, deps).afterSeq, rowsOf(change)) : rows;
  }, deps.talk);
  const { slots, ...viewing } = last.row;
  return {
    talk: told,
    viewing,
    slots: slots.map((slot) => ({ viewingId: viewing.id, ...slot })),
    events: changes.map(eventOf),
  };
};
