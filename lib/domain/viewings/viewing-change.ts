import type { ViewingEventName, ViewingLine, ViewingReason } from "#lib/contract/viewings.ts";
import type { FirstWords, Post } from "../messages/post.service.ts";
import { presentSlot, type Slot } from "./slots.policy.ts";
import { type Asked, afterDeadline, afterStep, deadlineOf, type ViewingState } from "./viewing.policy.ts";
import { stateOf, type ViewingRow } from "./viewing.presenter.ts";
import type { NewViewingEvent } from "./viewing.repository.ts";

/** One change of a viewing: the row after it, and what is written down of it. */
export type Change = {
  row: ViewingRow;
  timeZone: string;
  event: ViewingEventName;
  /** Null: the server, because a time is over. */
  actorId: string | null;
  reason: ViewingReason | null;
  note: string | null;
};

export const partyOf = (row: Pick<ViewingRow, "studentId">, userId: string) =>
  userId === row.studentId ? ("student" as const) : ("landlord" as const);

/** What is the same of a viewing whatever becomes of it. */
type Fixed = Omit<ViewingRow, "status" | "version" | "startsAt" | "minutes" | "offeredBy" | "slots" | "deadlineAt" | "updatedAt">;

const rowAfter = (row: Fixed, state: ViewingState, now: Date): ViewingRow => {
  const { status, version, confirmed, offer } = state;
  return {
    ...row,
    status,
    version,
    startsAt: confirmed?.startsAt ?? null,
    minutes: confirmed?.minutes ?? null,
    offeredBy: offer && (offer.by === "student" ? row.studentId : row.landlordId),
    slots: offer?.slots ?? [],
    deadlineAt: deadlineOf(state),
    updatedAt: now,
  };
};

type New = Omit<Fixed, "reason" | "note" | "createdAt">;

/** One of the two asks for a viewing. */
export const firstChange = (
  made: New,
  { actorId, slots, timeZone, now }: { actorId: string; slots: Slot[]; timeZone: string; now: Date },
): Change => {
  const offer = { by: partyOf(made, actorId), slots };
  const state: ViewingState = { status: "proposed", version: 1, confirmed: null, offer };
  const row = rowAfter({ ...made, reason: null, note: null, createdAt: now }, state, now);
  return { row, timeZone, event: "ask", actorId, reason: null, note: null };
};

type Done = Asked & {
  actorId: string;
  reason: ViewingReason | null;
  note: string | null;
  timeZone: string;
  now: Date;
};

/** A legal step of one of the two. */
export const stepChange = (row: ViewingRow, { actorId, reason, note, timeZone, now, ...asked }: Done): Change => {
  const after = rowAfter(row, afterStep(stateOf(row), asked, partyOf(row, actorId)), now);
  return { row: { ...after, reason, note }, timeZone, event: asked.step, actorId, reason, note };
};

/** What time itself does. */
export const deadlineChange = (row: ViewingRow, timeZone: string, now: Date): Change => {
  const { event, state } = afterDeadline(stateOf(row), now);
  return { row: rowAfter(row, state, now), timeZone, event, actorId: null, reason: null, note: null };
};

/** The times that a change is about: what is offered from now on, or else what is agreed on. */
const slotsAbout = ({ row }: Change) => {
  const { offer, confirmed } = stateOf(row);
  return (offer?.slots ?? (confirmed ? [confirmed] : [])).map(presentSlot);
};

export const eventOf = (change: Change): NewViewingEvent => ({
  viewingId: change.row.id,
  version: change.row.version,
  event: change.event,
  status: change.row.status,
  actorId: change.actorId,
  slots: slotsAbout(change),
  reason: change.reason,
  note: change.note,
  at: change.row.updatedAt,
});

export const lineOf = (change: Change): ViewingLine => ({
  type: "viewing_event",
  viewingId: change.row.id,
  event: change.event,
  by: change.actorId === null ? "server" : partyOf(change.row, change.actorId),
  slots: slotsAbout(change),
  timeZone: change.timeZone,
  reason: change.reason,
  note: change.note,
});

/** What a change says in the conversation: a line that stays, and the card as it is from now on. */
export const postOf = (change: Change): Post => ({
  conversationId: change.row.conversationId,
  senderId: change.actorId ?? change.row.studentId,
  isUnasked: change.actorId === null,
  lines: [{ system: lineOf(change), countsUnread: false }],
  changed: [change.row.cardMessageId],
});

/** What a new viewing says: the line, the card, and one's own words. */
export const firstPostOf = (change: Change, { message, notices }: FirstWords): Post => ({
  conversationId: change.row.conversationId,
  senderId: change.actorId ?? change.row.studentId,
  isUnasked: false,
  lines: [
    { system: lineOf(change), countsUnread: false },
    { id: change.row.cardMessageId, system: { type: "viewing", viewingId: change.row.id }, countsUnread: true },
    ...(message === undefined ? [] : [{ content: message, notices, countsUnread: true }]),
  ],
  changed: [],
});
