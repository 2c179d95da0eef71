import { fingerprintOf } from "#lib/contract/fingerprint.ts";
import { limits } from "#lib/contract/limits.ts";
import type { Message } from "#lib/contract/messages.ts";
import type { Change, CheckAnswer, CheckRequest, Cursors, SyncAnswer } from "#lib/contract/session.ts";
import type { Database, Db } from "#lib/db/client.ts";
import type { Actor } from "../actor.ts";
import { changedSince, newestOf } from "../messages/message.reader.ts";
import type { Clock, Metrics } from "../ports.ts";
import { presentGone, presentHolding } from "./conversation.presenter.ts";
import { blockedBy, findSummaries, membersOf } from "./conversation.reader.ts";
import { findHeld, findJoinedAnew, findLeft, findNamed, findUnnamed, type Standing } from "./sync.repository.ts";
import { totalUnread, unreadOf } from "./unread.reader.ts";

type Counts = Pick<SyncAnswer, "unreadCounts" | "mentionedIn" | "totalUnread">;
type Deps = { database: Database; metrics: Metrics; clock: Clock };

/** How many messages a change may carry at the most; one more is fetched to know whether there are more. */
const NAMED_MAX = limits.changeMessages;
const UNNAMED_MAX = limits.unnamedMessages;

const groupByConversation = (messages: Message[]): Map<string, Message[]> => {
  const groups = new Map<string, Message[]>();
  for (const message of messages) groups.set(message.conversationId, [...(groups.get(message.conversationId) ?? []), message]);
  return groups;
};

/** The newest changes that fit: what does not is read over HTTP. */
const cut = (messages: Message[], max: number) => ({ messages: messages.slice(-max), complete: messages.length <= max });

export const createSyncService = ({ database, metrics, clock }: Deps) => {
  const behindBy = (cursors: Cursors, { id, hiddenSeq }: Standing) => ({ conversationId: id, rev: cursors[id] ?? 0, hiddenSeq });

  const changesFor = async (db: Db, userId: string, told: Cursors): Promise<Change[]> => {
    const ids = Object.keys(told);
    const [named, unnamed, left] = await Promise.all([
      findNamed(db, userId, ids),
      findUnnamed(db, userId, ids, limits.unnamedConversations),
      findLeft(db, userId, ids),
    ]);
    const anew = await findJoinedAnew(db, named, told);
    const cursors = { ...told, ...Object.fromEntries(anew.map((id) => [id, 0])) };
    const changed = named.filter(({ id, rev }) => rev > (cursors[id] ?? 0));
    const [summaries, missed, newest] = await Promise.all([
      findSummaries(db, userId, [...named.map(({ id }) => id), ...unnamed.map(({ id }) => id), ...left]),
      changedSince(
        db,
        changed.map((one) => behindBy(cursors, one)),
        NAMED_MAX + 1,
      ),
      newestOf(
        db,
        unnamed.map((one) => behindBy(cursors, one)),
        UNNAMED_MAX + 1,
      ),
    ]);
    const isNamed = new Set(named.map(({ id }) => id));
    const messages = groupByConversation([...missed, ...newest]);
    return summaries.flatMap((conversation) => {
      const { id } = conversation;
      const change = { conversation, ...cut(messages.get(id) ?? [], isNamed.has(id) ? NAMED_MAX : UNNAMED_MAX) };
      // Left and joined again meanwhile: a client drops what it holds before it takes what there is now.
      return anew.includes(id) ? [{ conversation: presentGone(conversation), messages: [], complete: true }, change] : [change];
    });
  };

  /** Every conversation with something unread, and a plain zero for every other that the client gets or names. */
  const countsFor = async (db: Db, userId: string, changes: Change[]): Promise<Counts> => {
    const unread = await unreadOf(db, userId);
    const zeros = Object.fromEntries(changes.map(({ conversation }) => [conversation.id, 0]));
    const mentionedIn = unread.filter(({ isMentioned }) => isMentioned).map(({ id }) => id);
    return {
      unreadCounts: { ...zeros, ...Object.fromEntries(unread.map(({ id, unread: count }) => [id, count])) },
      ...(mentionedIn.length > 0 ? { mentionedIn } : {}),
      totalUnread: unread.reduce((sum, { unread: count }) => sum + count, 0),
    };
  };

  const measure = (changes: Change[]): void => {
    metrics.observe("uninest_sync_conversations", changes.length, {});
    const messages = changes.reduce((sum, change) => sum + change.messages.length, 0);
    metrics.observe("uninest_sync_messages", messages, {});
  };

  return {
    /**
     * What changed after the revisions that a client holds. A named conversation comes with its summary even when only
     * receipts moved, for those raise no revision.
     */
    changes: (actor: Actor, cursors: Cursors): Promise<SyncAnswer> =>
      database.read(async (db) => {
        const changes = await changesFor(db, actor.userId, cursors);
        measure(changes);
        const counts = await countsFor(db, actor.userId, changes);
        return { changes, ...counts, serverTime: clock().toISOString() };
      }),

    /** What a client that has heard everything holds, in a few bytes however much there is. */
    check: (actor: Actor, { conversationIds }: CheckRequest): Promise<CheckAnswer> =>
      database.read(async (db) => {
        const [held, total] = await Promise.all([findHeld(db, actor.userId, conversationIds), totalUnread(db, actor.userId)]);
        const ids = held.map(({ id }) => id);
        const [members, blocked] = await Promise.all([membersOf(db, actor.userId, ids), blockedBy(db, actor.userId)]);
        const holdings = held.map((row) => presentHolding(row, members.get(row.id) ?? [], blocked));
        return { fingerprint: fingerprintOf(holdings), totalUnread: total };
      }),
  };
};
