import * as z from "zod";
import { limits } from "#lib/contract/limits.ts";
import type { MessageHit, MessageSearchPage, MessageSearchQuery } from "#lib/contract/message-search.ts";
import { Id, Seq } from "#lib/contract/primitives.ts";
import type { Database, Db } from "#lib/db/client.ts";
import type { Actor } from "../actor.ts";
import { findMembership } from "../conversations/conversation.reader.ts";
import { findConversationNames } from "../conversations/conversation-name.reader.ts";
import { fail } from "../fail.ts";
import { decodeCursor, encodeCursor } from "../place-cursor.ts";
import { excerptFor } from "./hit-excerpt.policy.ts";
import {
  type FoundMessage,
  findHits,
  findNearest,
  findWindows,
  findWords,
  type HitPlace,
  type Scope,
  type Window,
} from "./message-search.reader.ts";
import { canBeMistyped, exactQuery, likelyQuery, type Word } from "./search-words.policy.ts";

/** Whether these are hits of the nearest words, and the place. */
const Cursor = z.tuple([z.boolean(), z.boolean(), z.iso.datetime({ precision: 3 }), Id, Seq]);
type Place = HitPlace & { isNear: boolean };

const encode = ({ isNear, isExact, at, conversationId, seq }: Place): string =>
  encodeCursor([isNear, isExact, at.toISOString(), conversationId, seq]);

const decode = (cursor: string): Place => {
  const [isNear, isExact, at, conversationId, seq] = decodeCursor(Cursor, cursor);
  return { isNear, isExact, at: new Date(at), conversationId, seq };
};

const scopeOf = ({ userId }: Actor, { conversationId, senderId, from, to }: MessageSearchQuery): Scope => ({
  userId,
  conversationId,
  senderId,
  from: from === undefined ? undefined : new Date(from),
  to: to === undefined ? undefined : new Date(to),
});

type Names = ReadonlyMap<string, string>;

const presentHit = ({ content, isExact, createdAt, ...hit }: FoundMessage, names: Names, words: readonly Word[]): MessageHit => ({
  ...hit,
  conversationName: names.get(hit.conversationId) ?? "",
  createdAt: createdAt.toISOString(),
  excerpt: excerptFor(
    content,
    words.flatMap(({ word, stems, nearest = [] }) => [word, ...stems, ...nearest]),
  ),
});

const withNearest = async (db: Db, scope: Scope, words: readonly Word[]): Promise<Word[]> => {
  const nearest = await findNearest(
    db,
    scope,
    words.filter(canBeMistyped).map(({ word }) => word),
  );
  return words.map((given) => ({ ...given, nearest: nearest.get(given.word) ?? [] }));
};

type Search = {
  scope: Scope;
  windows: Window[];
  words: readonly Word[];
  place: Place | undefined;
  limit: number;
  isNear: boolean;
};

/** At most `limit` hits of one kind: of the first window that has as many, or of the last. */
const hitsOfKind = async (db: Db, { scope, windows, words, place }: Search, isExact: boolean, limit: number) => {
  const after = place?.isExact === isExact ? place : undefined;
  const wanted = { words, isExact, after, limit };
  for (const window of windows.slice(0, -1)) {
    const isPast = window.since && after && after.at <= window.since;
    const found = isPast ? [] : await findHits(db, scope, window, wanted);
    if (found.length === limit) return found;
  }
  return findHits(db, scope, windows.at(-1) ?? { conversationIds: [] }, wanted);
};

/** The very words come first and what is like them after them, the newest first of each. What was mistyped has not been said. */
const hitsFor = async (db: Db, search: Search, limit: number): Promise<FoundMessage[]> => {
  const { words, place, isNear } = search;
  const exact = isNear || place?.isExact === false ? [] : await hitsOfKind(db, search, true, limit);
  if (exact.length === limit || exactQuery(words) === likelyQuery(words)) return exact;
  return [...exact, ...(await hitsOfKind(db, search, false, limit - exact.length))];
};

const NOTHING: MessageSearchPage = { hits: [], nextCursor: null, nearest: [] };

/** Looks for messages in the conversations of who asks, and nowhere else. */
export const createMessageSearch = ({ database }: { database: Database }) => {
  const pageOf = async (db: Db, search: Search): Promise<MessageSearchPage> => {
    const { scope, words, limit, isNear } = search;
    const found = await hitsFor(db, search, limit + 1);
    const shown = found.slice(0, limit);
    const last = shown.at(-1);
    const names = await findConversationNames(db, scope.userId, [...new Set(shown.map(({ conversationId }) => conversationId))]);
    return {
      hits: shown.map((hit) => presentHit(hit, names, words)),
      nextCursor: found.length > limit && last ? encode({ ...last, at: last.createdAt, isNear }) : null,
      nearest: isNear ? [...new Set(words.flatMap(({ nearest = [] }) => nearest))] : [],
    };
  };

  return {
    /**
     * What has the words of `q` in any order, as they are, begun or in another form; where nothing has them, what has words written
     * much like them. @throws {Failure} not_participant, validation_failed
     */
    messages: (actor: Actor, query: MessageSearchQuery): Promise<MessageSearchPage> =>
      database.read((pool) =>
        pool.transaction(async (db) => {
          const { q, conversationId, limit, cursor } = query;
          const place = cursor === undefined ? undefined : decode(cursor);
          if (conversationId !== undefined && !(await findMembership(db, actor.userId, conversationId)))
            throw fail("not_participant");
          const words = await findWords(db, q, limits.searchWords);
          if (words.length === 0) return NOTHING;
          const scope = scopeOf(actor, query);
          const search = { scope, windows: await findWindows(db, scope), words, place, limit, isNear: false };
          if (!place?.isNear) {
            const page = await pageOf(db, search);
            if (place || page.hits.length > 0) return page;
          }
          const near = await withNearest(db, scope, words);
          const isAnythingNear = near.some(({ nearest = [] }) => nearest.length > 0);
          return isAnythingNear ? pageOf(db, { ...search, words: near, isNear: true }) : NOTHING;
        }),
      ),
  };
};
