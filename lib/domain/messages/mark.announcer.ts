import type { Log, Publisher } from "../ports.ts";
import type { Marks } from "./receipt.policy.ts";
import type { Move } from "./receipt.repository.ts";

/** Of one conversation's marks so many frames a second are told at the most, on one node: with 200 who hear, each person's once in 4 s. */
const FRAMES_A_SECOND = 10_000;
/** Where no more than these hear, all is told at once. */
const FEW = 32;
/** So many people's marks are told in one go; between two of them others have their turn. */
const AT_ONCE = 8;

/** How long the marks of a conversation are gathered in which so many connections hear of them. */
export const gatherMs = (hearers: number): number => (hearers <= FEW ? 0 : (hearers ** 2 * 1_000) / FRAMES_A_SECOND);

const risen = (before: Marks, after: Marks) => ({
  delivered: after.deliveredSeq > before.deliveredSeq,
  read: after.readSeq > before.readSeq,
});

const lower = (one: Marks, other: Marks): Marks => ({
  deliveredSeq: Math.min(one.deliveredSeq, other.deliveredSeq),
  readSeq: Math.min(one.readSeq, other.readSeq),
});
const higher = (one: Marks, other: Marks): Marks => ({
  deliveredSeq: Math.max(one.deliveredSeq, other.deliveredSeq),
  readSeq: Math.max(one.readSeq, other.readSeq),
});

/** A move of somebody's marks as others may see it. */
type News = Pick<Move, "conversationId" | "userId" | "shownBefore" | "shownAfter" | "keptFrom"> & { at: string };

/** Two moves of one person as one, whichever came first. */
const joined = (one: News, other: News): News => ({
  ...other,
  shownBefore: lower(one.shownBefore, other.shownBefore),
  shownAfter: higher(one.shownAfter, other.shownAfter),
});

type Deps = { publish: Publisher; log: Log };

/**
 * Tells the others in a conversation how far somebody holds and has read. Where many hear, what moves within some time is gathered:
 * everybody's marks once, and of who has read no word that they hold it too. Marks only rise, so nothing is lost by that but time.
 */
export const createMarkAnnouncer = ({ publish, log }: Deps) => {
  const gathered = new Map<string, Map<string, News>>();

  const tellDelivered = ({ conversationId, userId, shownAfter, at }: News, among?: string[]): void => {
    const news = { conversationId, userId, seq: shownAfter.deliveredSeq, at };
    publish.toConversation(conversationId, "message:delivered", news, { userIds: [userId], ...(among ? { among } : {}) });
  };
  const tellRead = ({ conversationId, userId, shownAfter, keptFrom, at }: News): void => {
    const news = { conversationId, userId, seq: shownAfter.readSeq, lastReadAt: at };
    publish.toConversation(conversationId, "read_receipt:received", news, { userIds: [userId, ...keptFrom] });
  };

  const tellAtOnce = (news: News): void => {
    const { delivered, read } = risen(news.shownBefore, news.shownAfter);
    if (delivered) tellDelivered(news);
    if (read) tellRead(news);
  };

  /** That somebody has read up to here says that they hold it; who hears nothing of reading hears that alone. */
  const tellInShort = (news: News): void => {
    const { delivered, read } = risen(news.shownBefore, news.shownAfter);
    const isSaid = read && news.shownAfter.readSeq >= news.shownAfter.deliveredSeq;
    if (delivered && !isSaid) tellDelivered(news);
    if (delivered && isSaid && news.keptFrom.length > 0) tellDelivered(news, news.keptFrom);
    if (read) tellRead(news);
  };

  const pass = (wait: (done: () => void) => unknown): Promise<void> => new Promise((resolve) => void wait(resolve));

  const tellAll = async (round: News[]): Promise<void> => {
    for (let from = 0; from < round.length; from += AT_ONCE) {
      for (const news of round.slice(from, from + AT_ONCE)) tellInShort(news);
      await pass(setImmediate);
    }
  };

  /** Until nothing has moved while the last of it was told: what is told of one person never falls back. */
  const tellRounds = async (conversationId: string, firstMs: number): Promise<void> => {
    let ms = firstMs;
    for (let moves = gathered.get(conversationId); moves?.size; moves = gathered.get(conversationId)) {
      await pass((done) => setTimeout(done, ms).unref());
      gathered.set(conversationId, new Map());
      await tellAll([...moves.values()]);
      ms = gatherMs(publish.hearersOf(conversationId));
    }
    gathered.delete(conversationId);
  };

  const begin = (news: News, ms: number): void => {
    const { conversationId, userId } = news;
    gathered.set(conversationId, new Map([[userId, news]]));
    tellRounds(conversationId, ms).catch((error: unknown) => {
      gathered.delete(conversationId);
      log.warn({ error }, "marks could not be told");
    });
  };

  return {
    moved: (news: News): void => {
      const { conversationId, userId } = news;
      const others = gathered.get(conversationId);
      if (others) {
        const before = others.get(userId);
        others.set(userId, before ? joined(before, news) : news);
        return;
      }
      const ms = gatherMs(publish.hearersOf(conversationId));
      if (ms === 0) tellAtOnce(news);
      else begin(news, ms);
    },
  };
};
export type MarkAnnouncer = ReturnType<typeof createMarkAnnouncer>;
