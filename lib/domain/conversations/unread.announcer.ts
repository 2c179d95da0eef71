import type { Database } from "#lib/db/client.ts";
import { createBatcher } from "../batcher.ts";
import type { Log, Publisher } from "../ports.ts";
import { presentMentioned } from "./conversation.presenter.ts";
import { unreadWithTotals } from "./unread.reader.ts";

type Deps = { database: Database; publish: Publisher; log: Log };
type Pair = { userId: string; conversationId: string };

const distinct = (pairs: Pair[]): Pair[] => [
  ...new Map(pairs.map((pair) => [`${pair.userId} ${pair.conversationId}`, pair])).values(),
];

/**
 * Tells people their unread counts after a commit. What moves while one count is read shares the next, so a burst of
 * messages costs one query, not one for each. Everything that moves a count is told through here: one read after the
 * other, so that the last word to a person is never an older count.
 */
export const createUnreadAnnouncer = ({ database, publish, log }: Deps) => {
  const announce = async (touched: Pair[][]): Promise<true[]> => {
    const pairs = distinct(touched.flat());
    const rows = await database.byKeys.read((db) => unreadWithTotals(db, pairs));
    for (const { userId, conversationId, unread, isMentioned, lastSeq, total, at } of rows) {
      const own = { unreadCount: unread, ...presentMentioned(isMentioned) };
      const counts = { conversationId, ...own, totalUnread: total, lastSeq, updatedAt: at };
      publish.toMember(userId, conversationId, "unread_count:updated", counts);
    }
    return touched.map(() => true);
  };
  const batcher = createBatcher<Pair[], true>({ size: 256, capacity: 10_000, run: announce });

  return {
    /** Returns at once: what caused the move is stored already, and a count that could not be told comes with the next sync. */
    touched: (conversationId: string, userIds: string[]): void => {
      const pairs = userIds.map((userId) => ({ userId, conversationId }));
      batcher.add(pairs).catch((error: unknown) => log.warn({ error }, "unread counts could not be announced"));
    },
  };
};
export type UnreadAnnouncer = ReturnType<typeof createUnreadAnnouncer>;
