import { limits } from "#lib/contract/limits.ts";
import type {
  Viewing,
  ViewingCancellation,
  ViewingChoice,
  ViewingConflict,
  ViewingKeep,
  ViewingOffer,
  ViewingPage,
  ViewingQuery,
  ViewingRequest,
} from "#lib/contract/viewings.ts";
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
import { remindersOf } from "./reminder.policy.ts";
import { mayRequest, type Pair } from "./request.policy.ts";
import { areSame, assertSlots, doubleBooked, type Slot, slotsOf } from "./slots.policy.ts";
import { type Asked, chosenOf, isOverdue, judgeStep, wordsOf } from "./viewing.policy.ts";
import { stateOf, type ViewingRow } from "./viewing.presenter.ts";
import { findOwnViewing, findOwnViewings, findViewings } from "./viewing.reader.ts";
import * as viewings from "./viewing.repository.ts";
import { calendarOf } from "./viewing-calendar.ts";
import { type Change, deadlineChange, eventOf, firstChange, firstPostOf, partyOf, postOf, stepChange } from "./viewing-change.ts";
import { noticesOf } from "./viewing-notices.ts";

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
  /** The address of our own pages, for the link in a calendar. */
  origin: string;
};

/** What a transaction comes to: the viewing, what is to be told after the commit, and perhaps a refusal after all. */
type Outcome = { viewing: Viewing; tell: () => void; refusal?: Failure };

/** Overdue viewings that one look goes through at most. */
const VIEWINGS_A_LOOK = 100;

const WORDS: Record<ViewingConflict, string> = {
  stale_version: "This viewing has changed meanwhile.",
  illegal_step: "This is not possible any more.",
  not_offered: "This time is not offered any more.",
  slot_passed: "The time for this is over.",
  overlaps: "There is another viewing at this time.",
  too_many: "There are enough viewings that are not over yet between you two.",
  not_confirmed: "No time is confirmed yet.",
};

const conflict = (reason: ViewingConflict, viewing?: Viewing, more: object = {}): Failure =>
  fail("conflict", { message: WORDS[reason], details: { reason, ...(viewing ? { viewing } : {}), ...more } });

const isSameRequest = (row: ViewingRow, { kind, roomId }: ViewingRequest, slots: Slot[], userId: string): boolean =>
  row.status === "proposed" &&
  row.kind === kind &&
  row.roomId === (roomId ?? null) &&
  row.offeredBy === userId &&
  areSame(row.slots, slots);

export const createViewingService = ({
  database,
  publish,
  conversations,
  posts,
  notifications,
  content,
  jobs,
  newId,
  log,
  origin,
}: Deps) => {
  /** The viewing at which the last look for what is overdue has ended. */
  let lastLookedAt: string | null = null;

  const load = async (db: Db, userId: string, id: string): Promise<Viewing> => {
    const viewing = await findOwnViewing(db, userId, id);
    if (!viewing) throw fail("not_found");
    return viewing;
  };

  /** Writes down whom to notify of a change that was written before; the answer tells the two of it, once it is committed. */
  const newsOf = async (db: Db, change: Change): Promise<() => void> => {
    const found = await findViewings(db, [change.row.id]);
    const tellNotices = await notifications.write(db, noticesOf(change));
    return () => {
      tellNotices();
      for (const viewing of found.values()) {
        for (const { id: userId } of [viewing.student, viewing.landlord]) publish.toUser(userId, "viewing:updated", viewing);
      }
    };
  };

  /** Writes a change with all that comes of it. */
  const record = async (db: Db, change: Change): Promise<() => void> => {
    await viewings.updateViewing(db, change.row);
    await viewings.insertEvent(db, eventOf(change));
    const tellPost = await posts.write(db, [postOf(change)]);
    const tellNews = await newsOf(db, change);
    return () => {
      tellPost();
      tellNews();
    };
  };

  /** Has the two reminded of a time that this transaction confirms. */
  const remindOf = async (db: Db, row: ViewingRow, confirmedAt: Date): Promise<void> => {
    for (const { kind, startsAt, dueAt, key } of remindersOf({ ...row, confirmedAt })) {
      const payload = { viewingId: row.id, startsAt: startsAt.toISOString(), kind };
      await jobs.add(db, "viewing:remind", payload, { runAt: dueAt, key });
    }
  };

  /** Has both calendars changed by an agreement, or by the end of one. */
  const inviteTo = async (db: Db, { id, startsAt, studentId, landlordId, status }: ViewingRow): Promise<void> => {
    if (!startsAt || (status !== "confirmed" && status !== "cancelled")) return;
    for (const userId of [studentId, landlordId])
      await jobs.add(db, "viewing:invite", { viewingId: id, startsAt: startsAt.toISOString(), status, userId });
  };

  const settle = async (run: (db: Db) => Promise<Outcome>): Promise<Viewing> => {
    const { viewing, tell, refusal } = await database.write(run);
    tell();
    if (refusal) throw refusal;
    return viewing;
  };

  type Wanted = Pair & Pick<ViewingRow, "id" | "listingId" | "kind">;
  type Warned = { slots: readonly Slot[]; despiteOverlap: boolean | undefined; userIds: string[]; viewing?: Viewing };

  /** Warns of double bookings of these people; whoever has been warned may go on. @throws {Failure} conflict */
  const assertFree = async (db: Db, wanted: Wanted, actor: Actor, { slots, despiteOverlap, userIds, viewing }: Warned) => {
    if (despiteOverlap) return;
    const others = await viewings.findAppointments(db, { id: wanted.id, userIds, slots });
    const taken = new Set(slots.flatMap((slot) => [...doubleBooked({ ...wanted, ...slot }, others)]));
    const whose = userIds.find((id) => taken.has(id));
    if (whose !== undefined) throw conflict("overlaps", viewing, { whose: whose === actor.userId ? "yours" : "theirs" });
  };

  type Step = Asked & {
    actor: Actor;
    id: string;
    expectedVersion?: number | undefined;
    despiteOverlap?: boolean | undefined;
    words?: ReturnType<typeof wordsOf>;
  };

  /** What an offer or a choice must be besides legal. */
  const assertTimes = async (db: Db, row: ViewingRow, viewing: Viewing, now: Date, asked: Step): Promise<void> => {
    const { actor, step, slots, startsAt, despiteOverlap } = asked;
    if (step === "keep" || step === "cancel") return;
    await posts.assertOpen(db, row.conversationId, [row.studentId, row.landlordId]);
    if (slots) assertSlots(slots, now);
    const chosen = chosenOf(stateOf(row), startsAt);
    const others = step === "confirm" ? [row.studentId, row.landlordId].filter((id) => id !== actor.userId) : [];
    const wanted = slots ?? (chosen ? [chosen] : []);
    await assertFree(db, row, actor, { slots: wanted, despiteOverlap, userIds: [actor.userId, ...others], viewing });
  };

  /** Loads, judges and writes one step, under the lock of the viewing. */
  const take = (asked: Step): Promise<Viewing> =>
    settle(async (db) => {
      const { actor, id, expectedVersion, words } = asked;
      const row = await viewings.lockViewing(db, id, { userId: actor.userId });
      if (!row) throw fail("not_found");
      const now = await databaseTime(db);
      const viewing = await load(db, actor.userId, id);
      const { timeZone } = viewing.listing;
      const party = partyOf(row, actor.userId);
      const past = await viewings.findPast(db, id);
      const state = stateOf(row);
      const verdict = judgeStep({ ...asked, state, past, actorId: actor.userId, party, expectedVersion, now });
      if (verdict === "repeat") return { viewing, tell: () => undefined };
      if (isOverdue(state, now)) {
        const tell = await record(db, deadlineChange(row, timeZone, now));
        const fresh = await load(db, actor.userId, id);
        return { viewing: fresh, tell, refusal: conflict("slot_passed", fresh) };
      }
      if (verdict !== "do") throw conflict(verdict, viewing);
      await assertTimes(db, row, viewing, now, asked);
      const { reason, note } = words ?? { reason: null, note: null };
      content.accept(note, { stage: "before_booking", relation: "known" });
      const change = stepChange(row, { ...asked, actorId: actor.userId, reason, note, timeZone, now });
      const tell = await record(db, change);
      if (asked.step === "confirm") await remindOf(db, change.row, now);
      if (asked.step === "confirm" || asked.step === "cancel") await inviteTo(db, change.row);
      return { viewing: await load(db, actor.userId, id), tell };
    });

  /** The conversation of a request: the one that it names, or that of the two about the home. */
  const placeFor = async (db: Db, { conversationId }: ViewingRequest, { studentId, landlordId }: Pair, listingId: string) =>
    conversationId === undefined
      ? conversations.ensure(db, [studentId, landlordId], listingId)
      : { id: conversationId, look: async () => () => undefined };

  /** Ends what is overdue, unless somebody else is at it. */
  const endOne = (id: string): Promise<() => void> =>
    database.write(async (db) => {
      const row = await viewings.lockViewing(db, id, { ifIdle: true });
      const now = await databaseTime(db);
      if (!row || !isOverdue(stateOf(row), now)) return () => undefined;
      const home = await viewings.findHome(db, { listingId: row.listingId });
      return home ? record(db, deadlineChange(row, home.timeZone, now)) : () => undefined;
    });

  return {
    /**
     * Asks to see a home, in the conversation of the two about it. The same request once more is answered with the viewing that
     * there is.
     * @throws {Failure} not_found, forbidden, validation_failed, content_rejected, blocked, conflict
     */
    request: async (actor: Actor, input: ViewingRequest): Promise<{ viewing: Viewing; isNew: boolean }> => {
      const slots = slotsOf(input.slots);
      const { kind, roomId = null, despiteOverlap, message } = input;
      const notices = content.accept(message);
      let isNew = false;
      const viewing = await settle(async (db) => {
        const talk = input.conversationId === undefined ? undefined : await viewings.findTalk(db, input.conversationId);
        const listingId = input.listingId ?? talk?.listingId ?? undefined;
        const home = await viewings.findHome(db, { listingId, roomId: input.roomId });
        const pair = mayRequest({ actor, input, home, talk });
        if (!home) throw fail("not_found");
        const { id: conversationId, look } = await placeFor(db, input, pair, home.listingId);
        await posts.assertOpen(db, conversationId, [pair.studentId, pair.landlordId]);
        const now = await databaseTime(db);
        assertSlots(slots, now);
        const open = await viewings.findOpen(db, conversationId);
        const same = open.find((row) => isSameRequest(row, input, slots, actor.userId));
        if (same) return { viewing: await load(db, actor.userId, same.id), tell: () => undefined };
        if (open.length >= limits.openViewings) throw conflict("too_many");
        const ids = { id: newId(), cardMessageId: newId() };
        const made = { ...ids, ...pair, listingId: home.listingId, roomId, conversationId, kind };
        await assertFree(db, made, actor, { slots, despiteOverlap, userIds: [actor.userId] });
        const change = firstChange(made, { actorId: actor.userId, slots, timeZone: home.timeZone, now });
        await viewings.insertViewing(db, change.row);
        await viewings.insertEvent(db, eventOf(change));
        const tellPost = await posts.write(db, [firstPostOf(change, { message, notices })]);
        const tellNews = await newsOf(db, change);
        const tellOfConversation = await look();
        isNew = true;
        const tell = (): void => {
          tellOfConversation();
          tellPost();
          tellNews();
        };
        return { viewing: await load(db, actor.userId, made.id), tell };
      });
      return { viewing, isNew };
    },

    /**
     * Offers other times: before one is confirmed, or to move the one that is. What the same person did before is answered with
     * the viewing as it is.
     * @throws {Failure} not_found for somebody else's, validation_failed, blocked, and conflict with the viewing as it is in the
     * details
     */
    offer: (actor: Actor, id: string, step: "propose" | "move", { slots, ...input }: ViewingOffer): Promise<Viewing> =>
      take({ actor, id, step, slots: slotsOf(slots), ...input }),

    /** Takes one of the other one's times. @throws {Failure} as `offer` does */
    confirm: (actor: Actor, id: string, { startsAt, ...input }: ViewingChoice): Promise<Viewing> =>
      take({ actor, id, step: "confirm", startsAt: new Date(startsAt), ...input }),

    /** Drops what was offered to move it. @throws {Failure} not_found, conflict */
    keep: (actor: Actor, id: string, input: ViewingKeep): Promise<Viewing> => take({ actor, id, step: "keep", ...input }),

    /** @throws {Failure} not_found, conflict */
    cancel: (actor: Actor, id: string, { expectedVersion, ...words }: ViewingCancellation): Promise<Viewing> =>
      take({ actor, id, step: "cancel", expectedVersion, words: wordsOf(words) }),

    /** @throws {Failure} not_found, also for somebody else's */
    get: (actor: Actor, id: string): Promise<Viewing> => database.read((db) => load(db, actor.userId, id)),

    /** The viewing as a calendar file. @throws {Failure} not_found, conflict while no time is confirmed */
    calendar: async (actor: Actor, id: string): Promise<string> => {
      const viewing = await database.read((db) => load(db, actor.userId, id));
      if (!viewing.confirmed) throw conflict("not_confirmed", viewing);
      return calendarOf(viewing, viewing.confirmed, origin);
    },

    /** @throws {Failure} validation_failed for a foreign cursor */
    list: async (actor: Actor, { cursor, limit, filter }: ViewingQuery): Promise<ViewingPage> => {
      const after = cursor === undefined ? undefined : decodePlace(cursor);
      const found = await database.read((db) => findOwnViewings(db, actor.userId, { filter, after, limit: limit + 1 }));
      const items = found.slice(0, limit);
      const last = found.length > limit ? items.at(-1) : undefined;
      return { items, nextCursor: last ? encodePlace({ at: new Date(last.createdAt), id: last.id }) : null };
    },

    /** Changes the viewings whose time has come, each once, however many processes look. */
    expireDue: async (): Promise<void> => {
      const overdue = { after: lastLookedAt, limit: VIEWINGS_A_LOOK };
      for (const id of await database.read((db) => viewings.findOverdue(db, overdue))) {
        lastLookedAt = id;
        await endOne(id).then(
          (tell) => tell(),
          (error: unknown) => log.warn({ error, viewingId: id }, "an overdue viewing could not be ended"),
        );
      }
    },
  };
};
