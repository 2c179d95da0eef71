import { limits } from "#lib/contract/limits.ts";
import type {
  Viewing,
  ViewingCancellation,
  ViewingChoice,
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
import { mayRequest, type Pair } from "./request.policy.ts";
import { areSame, assertSlots, doubleBooked, type Slot, slotsOf } from "./slots.policy.ts";
import { type Asked, chosenOf, isOverdue, judgeStep, wordsOf } from "./viewing.policy.ts";
import { stateOf, type ViewingRow } from "./viewing.presenter.ts";
import { findOwnViewing, findOwnViewings } from "./viewing.reader.ts";
import { createViewingRecorder } from "./viewing.recorder.ts";
import * as viewings from "./viewing.repository.ts";
import { calendarOf } from "./viewing-calendar.ts";
import { deadlineChange, firstChange, partyOf, stepChange } from "./viewing-change.ts";
import { viewingConflict } from "./viewing-conflict.ts";
import { createViewingExpiry } from "./viewing-expiry.ts";

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
  const { record, recordFirst, recordStep } = createViewingRecorder({ publish, posts, notifications, jobs });

  const load = async (db: Db, userId: string, id: string): Promise<Viewing> => {
    const viewing = await findOwnViewing(db, userId, id);
    if (!viewing) throw fail("not_found");
    return viewing;
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
    if (whose !== undefined) throw viewingConflict("overlaps", viewing, { whose: whose === actor.userId ? "yours" : "theirs" });
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
        return { viewing: fresh, tell, refusal: viewingConflict("slot_passed", fresh) };
      }
      if (verdict !== "do") throw viewingConflict(verdict, viewing);
      await assertTimes(db, row, viewing, now, asked);
      const { reason, note } = words ?? { reason: null, note: null };
      content.accept(note, { stage: "before_booking", relation: "known" });
      const change = stepChange(row, { ...asked, actorId: actor.userId, reason, note, timeZone, now });
      const tell = await recordStep(db, change, now);
      return { viewing: await load(db, actor.userId, id), tell };
    });

  /** The conversation of a request: the one that it names, or that of the two about the home. */
  const placeFor = async (db: Db, { conversationId }: ViewingRequest, { studentId, landlordId }: Pair, listingId: string) =>
    conversationId === undefined
      ? conversations.ensure(db, [studentId, landlordId], listingId)
      : { id: conversationId, look: async () => () => undefined };

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
        if (open.length >= limits.openViewings) throw viewingConflict("too_many");
        const ids = { id: newId(), cardMessageId: newId() };
        const made = { ...ids, ...pair, listingId: home.listingId, roomId, conversationId, kind };
        await assertFree(db, made, actor, { slots, despiteOverlap, userIds: [actor.userId] });
        const change = firstChange(made, { actorId: actor.userId, slots, timeZone: home.timeZone, now });
        const tellOfRequest = await recordFirst(db, change, { message, notices });
        const tellOfConversation = await look();
        isNew = true;
        const tell = (): void => {
          tellOfConversation();
          tellOfRequest();
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
      if (!viewing.confirmed) throw viewingConflict("not_confirmed", viewing);
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
    expireDue: createViewingExpiry({ database, record, log }),
  };
};
