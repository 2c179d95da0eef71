import type {
  ConversationListQuery,
  ConversationPage,
  ConversationPatch,
  ConversationSummary,
  OpenDirect,
} from "#lib/contract/conversations.ts";
import type { Database, Db } from "#lib/db/client.ts";
import { databaseTime } from "#lib/db/database-time.ts";
import type { Actor } from "../actor.ts";
import { fail } from "../fail.ts";
import type { NewId, Publisher } from "../ports.ts";
import { createSharedRead } from "../shared-read.ts";
import { listPage } from "./chat-list.repository.ts";
import { mayOpen } from "./conversation.policy.ts";
import {
  activeConversationsOf,
  findBlockedEitherWay,
  findEndedMemberships,
  findMembership,
  findSummaries,
} from "./conversation.reader.ts";
import * as conversations from "./conversation.repository.ts";
import { directKey } from "./direct-key.ts";
import { decodeListPlace, encodeListPlace } from "./list-cursor.ts";
import { totalUnread } from "./unread.reader.ts";

type Deps = { database: Database; publish: Publisher; newId: NewId };

/** How far a look at who has left reaches back behind the one before it: a commit may come later than its own stamp. */
const OVERLAP_MS = 30_000;

export const createConversationService = ({ database, publish, newId }: Deps) => {
  const findActive = createSharedRead((userIds) => database.byKeys.read((db) => activeConversationsOf(db, userIds)));

  const summaryFor = async (db: Db, userId: string, id: string): Promise<ConversationSummary> => {
    const [summary] = await findSummaries(db, userId, [id]);
    if (!summary) throw fail("not_participant");
    return summary;
  };

  const memberSummary = async (db: Db, userId: string, id: string): Promise<ConversationSummary> => {
    if (!(await findMembership(db, userId, id))) throw fail("not_participant");
    return summaryFor(db, userId, id);
  };

  const announceNew = (views: [string, ConversationSummary][], conversationId: string): void => {
    publish.admit(
      views.map(([userId]) => userId),
      conversationId,
    );
    for (const [userId, summary] of views) publish.toUser(userId, "conversation:created", summary);
  };

  return {
    /**
     * The direct conversation of the actor and somebody else, made if need be; `isNew` for one who asks at the same
     * instant is true only once.
     * @throws {Failure} not_found for an unknown person or listing, validation_failed, blocked
     */
    open: async (actor: Actor, input: OpenDirect): Promise<{ conversation: ConversationSummary; isNew: boolean }> => {
      const opened = await database.write(async (db) => {
        const other = await conversations.findUser(db, input.userId);
        const listing = input.listingId === undefined ? undefined : await conversations.findListing(db, input.listingId);
        const blocked = await findBlockedEitherWay(db, actor.userId);
        mayOpen({ actor, input, other, listing, blocked: blocked.includes(input.userId) });
        const userIds: [string, string] = [actor.userId, input.userId];
        const listingId = input.listingId ?? null;
        const draft = { id: newId(), directKey: directKey(userIds, listingId), listingId, userIds };
        const { id, isNew } = await conversations.insertDirectOnce(db, draft);
        const viewers = isNew ? userIds : [actor.userId];
        const views: [string, ConversationSummary][] = [];
        for (const userId of viewers) views.push([userId, await summaryFor(db, userId, id)]);
        return { id, isNew, views };
      });
      if (opened.isNew) announceNew(opened.views, opened.id);
      const own = opened.views.find(([userId]) => userId === actor.userId);
      if (!own) throw fail("internal");
      return { conversation: own[1], isNew: opened.isNew };
    },

    /**
     * The direct conversation of two people about a listing, made if need be, in the transaction of another use case. `tell` is
     * for after its commit; call `look` last, so that those who hear of a new one see all that is in it.
     */
    ensure: async (db: Db, userIds: [string, string], listingId: string) => {
      const draft = { id: newId(), directKey: directKey(userIds, listingId), listingId, userIds };
      const { id, isNew } = await conversations.insertDirectOnce(db, draft);
      const look = async (): Promise<() => void> => {
        const views: [string, ConversationSummary][] = [];
        for (const userId of isNew ? userIds : []) views.push([userId, await summaryFor(db, userId, id)]);
        return () => {
          if (isNew) announceNew(views, id);
        };
      };
      return { id, look };
    },

    /** The conversations whose news the actor hears. */
    activeIds: async (actor: Actor): Promise<string[]> => (await findActive(actor.userId)) ?? [],

    /**
     * Who has left what since the look before, whoever did that; what a look has found, the next ones may find again. `at` is the
     * `since` of the next look.
     */
    endsOfMemberships: (since?: Date) =>
      database.read(async (db) => {
        const at = await databaseTime(db);
        return { at, ended: await findEndedMemberships(db, new Date((since ?? at).getTime() - OVERLAP_MS)) };
      }),

    /** @throws {Failure} not_participant, whether or not it exists */
    get: (actor: Actor, id: string): Promise<ConversationSummary> => database.read((db) => memberSummary(db, actor.userId, id)),

    /** Those of the conversations that the actor is or was in, in the order of `ids`. */
    summaries: (actor: Actor, ids: string[]): Promise<ConversationSummary[]> =>
      database.read((db) => findSummaries(db, actor.userId, ids)),

    /** @throws {Failure} validation_failed for a cursor of somebody's own making */
    list: (actor: Actor, { cursor, filter, limit, q }: ConversationListQuery): Promise<ConversationPage> => {
      const after = cursor === undefined ? undefined : decodeListPlace(cursor);
      return database.read(async (db) => {
        const places = await listPage(db, actor.userId, { filter, q, after, limit: limit + 1 });
        const shown = places.slice(0, limit);
        const last = places.length > limit ? shown.at(-1) : undefined;
        const items = await findSummaries(
          db,
          actor.userId,
          shown.map(({ id }) => id),
        );
        const nextCursor = last ? encodeListPlace(last) : null;
        return { items, nextCursor, totalUnread: await totalUnread(db, actor.userId) };
      });
    },

    /** Pins, archives or marks as unread for the actor alone. @throws {Failure} not_participant */
    update: async (actor: Actor, id: string, patch: ConversationPatch): Promise<ConversationSummary> => {
      const summary = await database.write(async (db) => {
        const isMember = await conversations.updateOwnView(db, actor.userId, id, patch);
        if (!isMember) throw fail("not_participant");
        return summaryFor(db, actor.userId, id);
      });
      publish.toUser(actor.userId, "conversation:updated", summary);
      return summary;
    },
  };
};
export type ConversationService = ReturnType<typeof createConversationService>;
