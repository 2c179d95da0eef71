import { fingerprintOf } from "#lib/contract/fingerprint.ts";
import { limits } from "#lib/contract/limits.ts";
import type { Message } from "#lib/contract/messages.ts";
import type { Change, CheckAnswer, CheckRequest, Cursors, SyncAnswer } from "#lib/contract/session.ts";
import type { Database, Db } from "#lib/db/client.ts";
import type { Actor } from "../actor.ts";
import { createBatcher } from "../batcher.ts";
import { type Behind, changedSince, newestOf } from "../messages/message.reader.ts";
import type { Clock, Metrics } from "../ports.ts";
import { presentGone, presentHolding } from "./conversation.presenter.ts";
import { blockedBy, findSummariesOf, membersOf } from "./conversation.reader.ts";
import { type Asked, findHeld, findJoins, findStandings, type Standing, type Standings } from "./sync.repository.ts";
import { totalUnread, type Unread, unreadOf } from "./unread.reader.ts";

type Counts = Pick<SyncAnswer, "unreadCounts" | "mentionedIn" | "totalUnread">;
type Deps = { database: Database; metrics: Metrics; clock: Clock };

/** How many messages a change may carry at the most; one more is fetched to know whether there are more. */
const NAMED_MAX = limits.changeMessages;
const UNNAMED_MAX = limits.unnamedMessages;

/** So many people are looked after together, so many such groups at the same time, and so many may wait for it. */
const SIZE = 32;
const LANES = 2;
const WAITING_MAX = 2_000;
/** So many conversations and messages are read at once: everybody else waits while these are made into answers. */
const READ_AT_ONCE = 1_000;

/** What somebody lacks. `anew`: what they have left and joined again since, so that what they hold of it is of no use. */
type Lack = { asked: Asked; ids: string[]; changed: Behind[]; unnamed: Behind[]; anew: ReadonlySet<string>; weight: number };

const NOTHING: Standings = { named: [], unnamed: [], left: [] };

const behindBy = (cursors: Cursors, { id, hiddenSeq }: Standing): Behind => ({
  conversationId: id,
  rev: cursors[id] ?? 0,
  hiddenSeq,
});

/** How many messages come with it, at the most. */
const weightOf = (changed: Standing[], unnamed: Standing[], cursors: Cursors): number =>
  changed.reduce((sum, { id, rev }) => sum + Math.min(rev - (cursors[id] ?? 0), NAMED_MAX + 1), 0) +
  unnamed.reduce((sum, { lastSeq, hiddenSeq }) => sum + Math.min(lastSeq - hiddenSeq, UNNAMED_MAX + 1), 0);

const lackOf = (asked: Asked, { named, unnamed, left }: Standings, joinedAt: (standing: Standing) => number): Lack => {
  const anew = new Set(named.filter((one) => (asked.cursors[one.id] ?? 0) < joinedAt(one)).map(({ id }) => id));
  const cursors = { ...asked.cursors, ...Object.fromEntries([...anew].map((id) => [id, 0])) };
  const changed = named.filter(({ id, rev }) => rev > (cursors[id] ?? 0));
  const ids = [...named.map(({ id }) => id), ...unnamed.map(({ id }) => id), ...left];
  return {
    asked,
    ids,
    changed: changed.map((one) => behindBy(cursors, one)),
    unnamed: unnamed.filter(({ lastSeq, hiddenSeq }) => lastSeq > hiddenSeq).map((one) => behindBy(cursors, one)),
    anew,
    weight: ids.length + weightOf(changed, unnamed, cursors),
  };
};

/** In parts of a bounded weight each, who lacks little first: nobody waits for one who has missed much. */
const inParts = (lacks: Lack[]): Lack[][] => {
  const parts: Lack[][] = [];
  let room = 0;
  for (const lack of [...lacks].sort((one, other) => one.weight - other.weight)) {
    const part = room >= lack.weight ? parts.at(-1) : undefined;
    if (part) part.push(lack);
    else parts.push([lack]);
    room = (part ? room : READ_AT_ONCE) - lack.weight;
  }
  return parts;
};

/** The newest changes that fit: what does not is read over HTTP. */
const cut = (messages: Message[], max: number) => ({ messages: messages.slice(-max), complete: messages.length <= max });

type Found = { conversationId: string; messages: Message[]; complete: boolean };

/** What was found for each of them, of the flat answer for all. */
const takeFor = (behind: Behind[], found: Message[][], max: number): Found[] =>
  behind.map(({ conversationId }) => ({ conversationId, ...cut(found.shift() ?? [], max) }));

const changesIn = async (db: Db, lacks: Lack[]): Promise<Change[][]> => {
  const [summaries, missed, newest] = await Promise.all([
    findSummariesOf(
      db,
      lacks.map(({ asked, ids }) => ({ viewerId: asked.userId, ids })),
    ),
    changedSince(
      db,
      lacks.flatMap(({ changed }) => changed),
      NAMED_MAX + 1,
    ),
    newestOf(
      db,
      lacks.flatMap(({ unnamed }) => unnamed),
      UNNAMED_MAX + 1,
    ),
  ]);
  return lacks.map(({ changed, unnamed, anew }, index) => {
    const found = [...takeFor(changed, missed, NAMED_MAX), ...takeFor(unnamed, newest, UNNAMED_MAX)];
    const parts = new Map(found.map(({ conversationId, ...part }) => [conversationId, part]));
    return (summaries[index] ?? []).flatMap((conversation) => {
      const change = { conversation, ...(parts.get(conversation.id) ?? { messages: [], complete: true }) };
      // Left and joined again meanwhile: a client drops what it holds before it takes what there is now.
      return anew.has(conversation.id)
        ? [{ conversation: presentGone(conversation), messages: [], complete: true }, change]
        : [change];
    });
  });
};

/** Every conversation with something unread, and a plain zero for every other that the client gets or names. */
const countsOf = (unread: Unread[], changes: Change[]): Counts => {
  const zeros = Object.fromEntries(changes.map(({ conversation }) => [conversation.id, 0]));
  const mentionedIn = unread.filter(({ isMentioned }) => isMentioned).map(({ id }) => id);
  return {
    unreadCounts: { ...zeros, ...Object.fromEntries(unread.map(({ id, unread: count }) => [id, count])) },
    ...(mentionedIn.length > 0 ? { mentionedIn } : {}),
    totalUnread: unread.reduce((sum, { unread: count }) => sum + count, 0),
  };
};

export const createSyncService = ({ database, metrics, clock }: Deps) => {
  const measure = (changes: Change[]): void => {
    metrics.observe("uninest_sync_conversations", changes.length, {});
    const messages = changes.reduce((sum, change) => sum + change.messages.length, 0);
    metrics.observe("uninest_sync_messages", messages, {});
  };

  const findLacks = (asked: Asked[]): Promise<Lack[]> =>
    database.byKeys.read(async (db) => {
      const standings = await findStandings(db, asked, limits.unnamedConversations);
      const joined = standings.flatMap(({ named }) => named.filter(({ joinedSeq }) => joinedSeq > 0));
      const joinedAt = await findJoins(db, joined);
      return asked.map((one, index) => lackOf(one, standings[index] ?? NOTHING, joinedAt));
    });

  const answerPart = (lacks: Lack[]): Promise<Map<Lack, SyncAnswer>> =>
    database.byKeys.read(async (db) => {
      const changes = await changesIn(db, lacks);
      changes.forEach(measure);
      const { unread, at: countedAt } = await unreadOf(db, [...new Set(lacks.map(({ asked }) => asked.userId))]);
      const serverTime = clock().toISOString();
      return new Map(
        lacks.map((lack, index) => {
          const own = changes[index] ?? [];
          const counted = unread.filter(({ userId }) => userId === lack.asked.userId);
          return [lack, { changes: own, ...countsOf(counted, own), countedAt, serverTime }];
        }),
      );
    });

  const answerAll = async (asked: Asked[]): Promise<{ answer: Promise<SyncAnswer | undefined> }[]> => {
    const lacks = await findLacks(asked);
    const answers = new Map<Lack, Promise<SyncAnswer | undefined>>();
    let before: Promise<unknown> = Promise.resolve();
    for (const part of inParts(lacks)) {
      const answered = before.then(() => answerPart(part));
      for (const lack of part)
        answers.set(
          lack,
          answered.then((all) => all.get(lack)),
        );
      // A part that failed is told to those who asked for it; the next one goes on.
      before = answered.catch(() => undefined);
    }
    return lacks.map((lack) => ({ answer: answers.get(lack) ?? Promise.resolve(undefined) }));
  };

  // Those who come back together are looked after together.
  const batcher = createBatcher<Asked, { answer: Promise<SyncAnswer | undefined> }>({
    size: SIZE,
    capacity: WAITING_MAX,
    lanes: LANES,
    begin: setImmediate,
    run: answerAll,
  });

  return {
    /**
     * What changed after the revisions that a client holds. A named conversation comes with its summary even when only
     * receipts moved, for those raise no revision.
     */
    changes: async ({ userId }: Actor, cursors: Cursors): Promise<SyncAnswer> => {
      const { answer } = await batcher.add({ userId, cursors });
      const found = await answer;
      if (!found) throw new Error("a sync got no answer");
      return found;
    },

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
