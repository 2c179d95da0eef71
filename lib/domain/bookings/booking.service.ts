import type {
  Booking,
  BookingHistory,
  BookingPage,
  BookingQuery,
  BookingRequest,
  BookingStep,
  BookingStepRequest,
  DatesProposal,
} from "#lib/contract/bookings.ts";
import type { Database, Db } from "#lib/db/client.ts";
import { databaseTime } from "#lib/db/database-time.ts";
import type { Actor } from "../actor.ts";
import type { ConversationService } from "../conversations/conversation.service.ts";
import { type Failure, fail } from "../fail.ts";
import type { ContentJudge } from "../messages/content.policy.ts";
import type { PostService } from "../messages/post.service.ts";
import type { NotificationService } from "../notifications/notification.service.ts";
import { decodePlace, encodePlace } from "../place-cursor.ts";
import type { JobQueue, Log, NewId, Publisher } from "../ports.ts";
import { createTurns } from "../turns.ts";
import { AGREED, judgeStep, overlaps, type Stay, takesRoom, wordsOf } from "./booking.policy.ts";
import { type BookingRow, stateOf } from "./booking.presenter.ts";
import { findBookingHistory, findOwnBooking, findOwnBookings } from "./booking.reader.ts";
import { createBookingRecorder } from "./booking.recorder.ts";
import * as bookings from "./booking.repository.ts";
import { type Change, expiryChange, firstChange, stepChange } from "./booking-change.ts";
import { bookingConflict } from "./booking-conflict.ts";
import { createBookingExpiry } from "./booking-expiry.ts";
import { assertStay, inTheWay, mayRequest } from "./request.policy.ts";

type Deps = {
  database: Database;
  publish: Publisher;
  conversations: Pick<ConversationService, "ensure">;
  posts: PostService;
  notifications: Pick<NotificationService, "write">;
  content: Pick<ContentJudge, "accept">;
  jobs: JobQueue;
  newId: NewId;
  log: Log;
};

/** What a transaction comes to: the booking, what is to be told after the commit, and perhaps a refusal after all. */
type Outcome = { booking: Booking; tell: () => void; refusal?: Failure };

const dayOf = (at: Date): string => at.toISOString().slice(0, 10);

export const createBookingService = ({
  database,
  publish,
  conversations,
  posts,
  notifications,
  content,
  jobs,
  newId,
  log,
}: Deps) => {
  const { record, recordFirst, remindOf } = createBookingRecorder({ publish, posts, notifications, jobs });

  const load = async (db: Db, userId: string, id: string): Promise<Booking> => {
    const booking = await findOwnBooking(db, userId, id);
    if (!booking) throw fail("not_found");
    return booking;
  };

  const turns = createTurns();

  /** Those who asked for dates that are somebody's from now on. */
  const losersOf = ({ row }: Change, others: BookingRow[]): BookingRow[] =>
    takesRoom(row.status) ? others.filter((other) => other.status === "requested" && overlaps(stateOf(row), stateOf(other))) : [];

  const settle = async (roomId: string, run: (db: Db) => Promise<Outcome>): Promise<Booking> => {
    const { booking, tell, refusal } = await turns.take(roomId, () => database.write(run));
    tell();
    if (refusal) throw refusal;
    return booking;
  };

  type Asked = { actor: Actor; id: string; roomId: string; step: BookingStep; input: BookingStepRequest; stay?: Stay };

  /** Loads, judges and writes one step, under the lock of the room. */
  const take = async (db: Db, { actor, id, roomId, step, input, stay }: Asked): Promise<Outcome> => {
    const { reason, note } = wordsOf(step, input);
    const room = await bookings.lockRoom(db, roomId);
    const row = await bookings.findBookingRow(db, id);
    if (!room || !row) throw fail("not_found");
    const now = await databaseTime(db);
    const booking = await load(db, actor.userId, id);
    const party = actor.userId === row.studentId ? "student" : "landlord";
    const past = await bookings.findPast(db, id);
    const { expectedVersion } = input;
    const state = stateOf(row);
    const verdict = judgeStep({ state, past, step, actorId: actor.userId, party, expectedVersion, stay, now });
    if (verdict === "forbidden") throw fail("forbidden");
    if (verdict === "repeat") return { booking, tell: () => undefined };
    if (verdict === "deadline_passed") {
      const tell = await record(db, [expiryChange(row, room.name, now)], now);
      const fresh = await load(db, actor.userId, id);
      return { booking: fresh, tell, refusal: bookingConflict(verdict, fresh) };
    }
    if (verdict !== "do") throw bookingConflict(verdict, booking);
    content.accept(note, { stage: AGREED.includes(row.status) ? "after_booking" : "before_booking", relation: "known" });
    if (stay) assertStay(stay, dayOf(now), { mayHaveBegun: row.status === "checked_in" });
    const change = stepChange(row, { step, actorId: actor.userId, stay, reason, note, roomName: room.name, now });
    const others = (await bookings.findOpen(db, row.roomId)).filter((other) => other.id !== id);
    const asksForDates = step === "approve" || step === "accept-dates" || step === "propose-dates";
    if (asksForDates && inTheWay(change.stay, others.map(takenBy)).length > 0) throw bookingConflict("dates_held", booking);
    const losers = losersOf(change, others).map((loser) => expiryChange(loser, room.name, now, "dates_taken"));
    const tell = await record(db, [change, ...losers], now);
    if (change.row.deadlineAt?.getTime() !== row.deadlineAt?.getTime()) await remindOf(db, change.row, now);
    return { booking: await load(db, actor.userId, id), tell };
  };

  const takeInTurn = async (asked: Omit<Asked, "roomId">): Promise<Booking> => {
    const { room } = await database.read((db) => load(db, asked.actor.userId, asked.id));
    return settle(room.id, (db) => take(db, { ...asked, roomId: room.id }));
  };

  const takenBy = (row: BookingRow) => ({ id: row.id, status: row.status, from: row.fromDate, to: row.toDate });

  return {
    /**
     * Asks for a room, in the conversation of the two about its listing. The same request once more is answered with the
     * booking that there is.
     * @throws {Failure} not_found for a room of no published listing, forbidden, validation_failed, content_rejected, blocked, conflict
     */
    request: async (
      actor: Actor,
      { roomId, message, from, to }: BookingRequest,
    ): Promise<{ booking: Booking; isNew: boolean }> => {
      const stay = { from, to };
      const notices = content.accept(message);
      let isNew = false;
      const booking = await settle(roomId, async (db) => {
        const room = await bookings.lockRoom(db, roomId);
        const now = await databaseTime(db);
        mayRequest({ actor, stay, room, today: dayOf(now) });
        if (!room) throw fail("not_found");
        const open = await bookings.findOpen(db, roomId);
        const own = open.find((row) => row.studentId === actor.userId && overlaps(stay, stateOf(row)));
        if (own) {
          const known = await load(db, actor.userId, own.id);
          if (own.fromDate === from && own.toDate === to) return { booking: known, tell: () => undefined };
          throw bookingConflict("already_requested", known);
        }
        if (inTheWay(stay, open.map(takenBy)).length > 0) throw bookingConflict("dates_held");
        const pair: [string, string] = [actor.userId, room.landlordId];
        const { id: conversationId, look } = await conversations.ensure(db, pair, room.listingId);
        await posts.assertOpen(db, conversationId, pair);
        const ids = { id: newId(), cardMessageId: newId(), conversationId };
        const change = firstChange(room, { ...ids, studentId: actor.userId, stay, now });
        const tellOfRequest = await recordFirst(db, change, { message, notices }, now);
        const tellOfConversation = await look();
        isNew = true;
        const tell = (): void => {
          tellOfConversation();
          tellOfRequest();
        };
        return { booking: await load(db, actor.userId, change.row.id), tell };
      });
      return { booking, isNew };
    },

    /**
     * One of the two goes on with a booking. What the same person did before is answered with the booking as it is.
     * @throws {Failure} not_found for somebody else's, forbidden for what is the other's to do, validation_failed, and conflict
     * with the booking as it is in the details
     */
    step: (actor: Actor, id: string, step: Exclude<BookingStep, "propose-dates">, input: BookingStepRequest): Promise<Booking> =>
      takeInTurn({ actor, id, step, input }),

    /** Other dates, which the other one may accept. @throws {Failure} as `step` does */
    proposeDates: (actor: Actor, id: string, { from, to, ...input }: DatesProposal): Promise<Booking> =>
      takeInTurn({ actor, id, step: "propose-dates", input, stay: { from, to } }),

    /** @throws {Failure} not_found, also for somebody else's */
    get: (actor: Actor, id: string): Promise<Booking> => database.read((db) => load(db, actor.userId, id)),

    /** @throws {Failure} not_found, also for somebody else's */
    history: (actor: Actor, id: string): Promise<BookingHistory> =>
      database.read(async (db) => ({ items: await findBookingHistory(db, await load(db, actor.userId, id)) })),

    /** @throws {Failure} validation_failed for a foreign cursor */
    list: async (actor: Actor, { cursor, limit, ...filter }: BookingQuery): Promise<BookingPage> => {
      const after = cursor === undefined ? undefined : decodePlace(cursor);
      const found = await database.read((db) => findOwnBookings(db, actor.userId, { ...filter, after, limit: limit + 1 }));
      const items = found.slice(0, limit);
      const last = found.length > limit ? items.at(-1) : undefined;
      return { items, nextCursor: last ? encodePlace({ at: new Date(last.createdAt), id: last.id }) : null };
    },

    /** Ends the bookings whose time is over, each once, however many processes look. */
    expireDue: createBookingExpiry({ database, record, log }),
  };
};
