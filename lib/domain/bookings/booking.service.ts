import type {
  Booking,
  BookingConflict,
  BookingHistory,
  BookingPage,
  BookingQuery,
  BookingRequest,
  BookingStep,
  BookingStepRequest,
  DatesProposal,
} from "#lib/contract/bookings.ts";
import { limits } from "#lib/contract/limits.ts";
import { priceOf } from "#lib/contract/stay-price.ts";
import type { Database, Db } from "#lib/db/client.ts";
import { databaseTime } from "#lib/db/database-time.ts";
import type { Actor } from "../actor.ts";
import type { ConversationService } from "../conversations/conversation.service.ts";
import { type Failure, fail } from "../fail.ts";
import { availabilityOfRooms } from "../housing/availability.reader.ts";
import type { ContentJudge } from "../messages/content.policy.ts";
import type { PostService } from "../messages/post.service.ts";
import type { NotificationService } from "../notifications/notification.service.ts";
import { decodePlace, encodePlace } from "../place-cursor.ts";
import type { JobQueue, Log, NewId, Publisher } from "../ports.ts";
import { createTurns } from "../turns.ts";
import { AGREED, isOverdue, judgeStep, overlaps, type Stay, takesRoom, wordsOf } from "./booking.policy.ts";
import { type BookingRow, stateOf } from "./booking.presenter.ts";
import { findBookingHistory, findBookings, findOwnBooking, findOwnBookings } from "./booking.reader.ts";
import * as bookings from "./booking.repository.ts";
import { type Change, eventOf, expiryChange, firstPostOf, postOf, stepChange } from "./booking-change.ts";
import { noticesOf } from "./booking-notices.ts";
import { CANCELLATION_POLICY } from "./cancellation-policy.ts";
import { reminderTimes } from "./reminder.policy.ts";
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

/** Rooms that one look for overdue bookings goes through at most. */
const ROOMS_A_LOOK = 100;

const dayOf = (at: Date): string => at.toISOString().slice(0, 10);

const WORDS: Record<BookingConflict, string> = {
  stale_version: "This booking has changed meanwhile.",
  illegal_step: "This is not possible any more.",
  deadline_passed: "The time for this is over.",
  dates_held: "The room is taken on these dates.",
  already_requested: "You have asked for this room on these dates already.",
  not_free_yet: "This room is not free yet on these dates.",
};

const conflict = (reason: BookingConflict, booking?: Booking): Failure =>
  fail("conflict", { message: WORDS[reason], details: { reason, ...(booking ? { booking } : {}) } });

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
  const load = async (db: Db, userId: string, id: string): Promise<Booking> => {
    const booking = await findOwnBooking(db, userId, id);
    if (!booking) throw fail("not_found");
    return booking;
  };

  const turns = createTurns();
  /** The room at which the last look for what is overdue has ended. */
  let lastLookedAt: string | null = null;

  /** Writes down whom to notify of changes that were written before; the answer tells all concerned, once they are committed. */
  const newsOf = async (db: Db, changes: Change[], now: Date): Promise<() => void> => {
    const found = await findBookings(
      db,
      changes.map(({ row }) => row.id),
    );
    const rooms = await availabilityOfRooms(db, [...new Set(changes.map(({ row }) => row.roomId))], now);
    const notices = changes.flatMap((change) => noticesOf(change, found.get(change.row.id)?.listing.id));
    const tellNotices = await notifications.write(db, notices);
    return () => {
      tellNotices();
      for (const booking of found.values()) {
        for (const { id } of [booking.student, booking.landlord]) publish.toUser(id, "booking:updated", booking);
      }
      for (const room of rooms) publish.toWatchers(room.listingId, "room:availability", room);
    };
  };

  /** Writes changes of one room with all that comes of them. */
  const record = async (db: Db, changes: Change[], now: Date): Promise<() => void> => {
    for (const change of changes) {
      await bookings.updateBooking(db, change.row);
      await bookings.insertEvent(db, eventOf(change));
    }
    const tellPosts = await posts.write(db, changes.map(postOf));
    const tellNews = await newsOf(db, changes, now);
    return () => {
      tellPosts();
      tellNews();
    };
  };

  /** Has those reminded who have to act, at their times, of a deadline that this transaction sets. */
  const remindOf = async (db: Db, { id, deadlineAt }: BookingRow, now: Date): Promise<void> => {
    if (deadlineAt === null) return;
    const payload = { bookingId: id, deadlineAt: deadlineAt.toISOString() };
    for (const { share, at } of reminderTimes(now, deadlineAt))
      await jobs.add(db, "booking:remind", payload, { runAt: at, key: `booking:remind ${id} ${share}` });
  };

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
      return { booking: fresh, tell, refusal: conflict(verdict, fresh) };
    }
    if (verdict !== "do") throw conflict(verdict, booking);
    content.accept(note, { stage: AGREED.includes(row.status) ? "after_booking" : "before_booking", relation: "known" });
    if (stay) assertStay(stay, dayOf(now), { mayHaveBegun: row.status === "checked_in" });
    const change = stepChange(row, { step, actorId: actor.userId, stay, reason, note, roomName: room.name, now });
    const others = (await bookings.findOpen(db, row.roomId)).filter((other) => other.id !== id);
    const asksForDates = step === "approve" || step === "accept-dates" || step === "propose-dates";
    if (asksForDates && inTheWay(change.stay, others.map(takenBy)).length > 0) throw conflict("dates_held", booking);
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

  const firstChange = (actor: Actor, room: bookings.LockedRoom, stay: Stay, conversationId: string, now: Date): Change => {
    const row: BookingRow = {
      id: newId(),
      roomId: room.id,
      studentId: actor.userId,
      landlordId: room.landlordId,
      conversationId,
      cardMessageId: newId(),
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
    return { row, roomName: room.name, event: "request", actorId: actor.userId, stay, reason: null, note: null };
  };

  /** Ends what is overdue in a room, unless somebody else is at it. */
  const expireIn = (roomId: string): Promise<() => void> =>
    database.write(async (db) => {
      const room = await bookings.lockRoom(db, roomId, { ifIdle: true });
      if (!room) return () => undefined;
      const now = await databaseTime(db);
      const overdue = (await bookings.findOpen(db, roomId)).filter((row) => isOverdue(row, now));
      if (overdue.length === 0) return () => undefined;
      const changes = overdue.map((row) => expiryChange(row, room.name, now));
      return record(db, changes, now);
    });

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
          throw conflict("already_requested", known);
        }
        if (inTheWay(stay, open.map(takenBy)).length > 0) throw conflict("dates_held");
        const pair: [string, string] = [actor.userId, room.landlordId];
        const { id: conversationId, look } = await conversations.ensure(db, pair, room.listingId);
        await posts.assertOpen(db, conversationId, pair);
        const change = firstChange(actor, room, stay, conversationId, now);
        await bookings.insertBooking(db, change.row);
        await bookings.insertEvent(db, eventOf(change));
        await remindOf(db, change.row, now);
        const tellPosts = await posts.write(db, [firstPostOf(change, { message, notices })]);
        const tellNews = await newsOf(db, [change], now);
        const tellOfConversation = await look();
        isNew = true;
        const tell = (): void => {
          tellOfConversation();
          tellPosts();
          tellNews();
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
    expireDue: async (): Promise<void> => {
      const overdue = { after: lastLookedAt, limit: ROOMS_A_LOOK };
      for (const roomId of await database.read((db) => bookings.findOverdueRooms(db, overdue))) {
        lastLookedAt = roomId;
        await expireIn(roomId).then(
          (tell) => tell(),
          (error: unknown) => log.warn({ error, roomId }, "an overdue booking could not be ended"),
        );
      }
    },
  };
};
