import type { SafetyLine } from "#lib/contract/safety-line.ts";
import type { Database, Db } from "#lib/db/client.ts";
import type { HeldAnnouncer } from "../messages/held.announcer.ts";
import type { Post, PostService } from "../messages/post.service.ts";
import type { NewId } from "../ports.ts";
import { lockConversations } from "./held.repository.ts";
import { lockStandings } from "./sanction.repository.ts";
import * as takeovers from "./takeover.repository.ts";

type Deps = { database: Database; posts: PostService; heldNews: HeldAnnouncer; newId: NewId };

type Place = takeovers.Banner;

/** One post for each conversation: what shows something else there, and a warning where none stands. */
const postsOf = (userId: string, changed: Place[], warned: string[]): Post[] => {
  const system: SafetyLine = { type: "safety_warning", by: "server", state: "standing" };
  const ids = [...new Set([...warned, ...changed.map(({ conversationId }) => conversationId)])];
  return ids.map((conversationId) => ({
    conversationId,
    senderId: userId,
    isUnasked: true,
    lines: warned.includes(conversationId) ? [{ system, countsUnread: false }] : [],
    changed: changed.filter((one) => one.conversationId === conversationId).map(({ id }) => id),
  }));
};

/** What people see of it that an account may be in other hands. */
export const createTakeoverService = ({ database, posts, heldNews, newId }: Deps) => {
  /** What stands in the conversations says what was found. Answers with what tells of it. */
  const settle = async (db: Db, userId: string, state: "genuine" | "taken_over"): Promise<() => void> => {
    const banners = await takeovers.findBanners(db, userId);
    if (banners.length === 0) return () => undefined;
    const conversationIds = banners.map(({ conversationId }) => conversationId);
    await lockConversations(db, conversationIds);
    await takeovers.settleBanners(db, userId, state);
    const cleared = state === "genuine" ? await takeovers.takeNoticeOff(db, userId, conversationIds) : [];
    return posts.write(db, postsOf(userId, [...banners, ...cleared], []));
  };

  return {
    /** Where the warnings about somebody stand. */
    places: async (db: Db, userId: string): Promise<string[]> =>
      (await takeovers.findBanners(db, userId)).map(({ conversationId }) => conversationId),

    settle,

    /** Warns everybody whom such an account wrote to, or wanted to, each once. Doing it twice warns nobody twice. */
    warn: async ({ userId }: { userId: string }): Promise<void> => {
      const tell = await database.write(async (db) => {
        // Who decides about this account holds the same row: nobody is warned of what was just found genuine.
        await lockStandings(db, [userId]);
        const reached = await takeovers.findReached(db, userId);
        if (reached.length === 0) return undefined;
        await takeovers.openTakeover(db, newId(), userId);
        await lockConversations(db, reached);
        const standing = new Set((await takeovers.findBanners(db, userId)).map(({ conversationId }) => conversationId));
        const unwarned = await takeovers.findUnwarned(db, userId, reached);
        await takeovers.putNotice(db, unwarned);
        const warned = reached.filter((id) => !standing.has(id));
        return posts.write(db, postsOf(userId, unwarned, warned));
      });
      tell?.();
      heldNews.moved();
    },
  };
};
export type TakeoverService = ReturnType<typeof createTakeoverService>;
