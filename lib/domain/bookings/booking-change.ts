import type { BookingEventName, BookingLine, BookingReason, BookingStep } from "#lib/contract/bookings.ts";
import { limits } from "#lib/contract/limits.ts";
import { priceOf } from "#lib/contract/stay-price.ts";
import type { FirstWords, Post } from "../messages/post.service.ts";
import { afterExpiry, afterStep, type BookingState, expiryReason, type Stay } from "./booking.policy.ts";
import { type BookingRow, stateOf } from "./booking.presenter.ts";
import type { LockedRoom, NewBookingEvent } from "./booking.repository.ts";
import { CANCELLATION_POLICY } from "./cancellation-policy.ts";

/** One change of a booking: the row after it, and what is written down of it. */
export type Change = {
  row: BookingRow;
  roomName: string;
  event: BookingEventName;
  /** Null: the server, because a time is over. */
  actorId: string | null;
  /** The dates that it is about. */
  stay: Stay;
  reason: BookingReason | null;
  note: string | null;
};

type New = { id: string; cardMessageId: string; conversationId: string; studentId: string; stay: Stay; now: Date };

/** A student asks for a room; its landlord has some time to answer. */
export const firstChange = (room: LockedRoom, { stay, now, ...made }: New): Change => {
  const row: BookingRow = {
    ...made,
    roomId: room.id,
    landlordId: room.landlordId,
    fromDate: stay.from,
    toDate: stay.to,
    status: "requested",
    version: 1,
    ...priceOf(room, stay),
    cancellationPolicy: CANCELLATION_POLICY,
    deadlineAt: new Date(now.getTime() + limits.bookingAnswerMs),
    reason: null,
    note: null,
    proposedFrom: null,
    proposedTo: null,
    proposedBy: null,
    createdAt: now,
    updatedAt: now,
  };
  return { row, roomName: room.name, event: "request", actorId: made.studentId, stay, reason: null, note: null };
};

const rowAfter = (row: BookingRow, state: BookingState, now: Date): BookingRow => {
  const isMoved = state.from !== row.fromDate || state.to !== row.toDate;
  const { proposal } = state;
  return {
    ...row,
    status: state.status,
    version: state.version,
    fromDate: state.from,
    toDate: state.to,
    ...(isMoved ? priceOf(row, state) : {}),
    deadlineAt: state.deadlineAt,
    proposedFrom: proposal?.from ?? null,
    proposedTo: proposal?.to ?? null,
    proposedBy: proposal && (proposal.by === "student" ? row.studentId : row.landlordId),
    updatedAt: now,
  };
};

type Done = {
  step: BookingStep;
  actorId: string;
  /** Of a proposal. */
  stay?: Stay | undefined;
  reason: BookingReason | null;
  note: string | null;
  roomName: string;
  now: Date;
};

const partyOf = (row: BookingRow, userId: string) => (userId === row.studentId ? "student" : "landlord");

/** A legal step of one of the two. */
export const stepChange = (row: BookingRow, { step, actorId, stay, reason, note, roomName, now }: Done): Change => {
  const state = afterStep(stateOf(row), step, partyOf(row, actorId), now, stay);
  const after = rowAfter(row, state, now);
  return {
    row: { ...after, reason: reason ?? row.reason, note: note ?? row.note },
    roomName,
    event: step,
    actorId,
    stay: stay ?? state,
    reason,
    note,
  };
};

/** Its time is over, or its dates are somebody else's by now. */
export const expiryChange = (row: BookingRow, roomName: string, now: Date, reason = expiryReason(row.status)): Change => {
  const state = afterExpiry(stateOf(row));
  const after = rowAfter(row, state, now);
  return { row: { ...after, reason }, roomName, event: "expire", actorId: null, stay: state, reason, note: null };
};

export const eventOf = ({ row, event, actorId, stay, reason, note }: Change): NewBookingEvent => ({
  bookingId: row.id,
  version: row.version,
  event,
  status: row.status,
  actorId,
  fromDate: stay.from,
  toDate: stay.to,
  reason,
  note,
  at: row.updatedAt,
});

/** What happened, for who reads of it now or later. */
export const lineOf = ({ row, roomName, event, actorId, stay, reason, note }: Change): BookingLine => ({
  type: "booking_event",
  bookingId: row.id,
  event,
  by: actorId === null ? "server" : partyOf(row, actorId),
  room: roomName,
  from: stay.from,
  to: stay.to,
  reason,
  note,
});

/** What a change says in the conversation: a line that stays, and the card as it is from now on. */
export const postOf = (change: Change): Post => ({
  conversationId: change.row.conversationId,
  senderId: change.actorId ?? change.row.studentId,
  isUnasked: change.actorId === null,
  lines: [{ system: lineOf(change), countsUnread: false }],
  changed: [change.row.cardMessageId],
});

/** What a new request says: the line, the card, and the student's own words. */
export const firstPostOf = (change: Change, { message, notices }: FirstWords): Post => ({
  conversationId: change.row.conversationId,
  senderId: change.row.studentId,
  isUnasked: false,
  lines: [
    { system: lineOf(change), countsUnread: false },
    { id: change.row.cardMessageId, system: { type: "booking", bookingId: change.row.id }, countsUnread: true },
    ...(message === undefined ? [] : [{ content: message, notices, countsUnread: true }]),
  ],
  changed: [],
});
