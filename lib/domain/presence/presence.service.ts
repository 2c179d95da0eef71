import type { Presence, PresenceChoice, PresenceUpdate } from "#lib/contract/presence.ts";
import type { Database } from "#lib/db/client.ts";
import type { Actor } from "../actor.ts";
import { activeConversationIds, findBlockedEitherWay } from "../conversations/conversation.reader.ts";
import type { Clock, Log, PresenceStore, Publisher } from "../ports.ts";
import { looksTheSame, type Visible, visiblePresence } from "./presence.policy.ts";
import { findVisibleContacts, setLastSeen } from "./presence.repository.ts";

type Deps = { database: Database; store: PresenceStore; publish: Publisher; clock: Clock; log: Log };
type OnSocket = Actor & { socketId: string };

/** A page that reloads is away for a moment: nobody needs to hear of that. */
const LINGER_MS = 3_000;

export const createPresenceService = ({ database, store, publish, clock, log }: Deps) => {
  const leaving = new Map<string, NodeJS.Timeout>();

  const seen = async (userId: string): Promise<Visible> => visiblePresence(await store.devices(userId));

  const announce = async (userId: string, visible: Visible): Promise<void> => {
    const isGone = visible.status === "offline";
    const at = clock();
    const [conversationIds, blocked] = await database.read(async (db) => {
      if (isGone) await setLastSeen(db, userId, at);
      return Promise.all([activeConversationIds(db, userId), findBlockedEitherWay(db, userId)]);
    });
    const presence: Presence = { userId, ...visible, lastSeenAt: isGone ? at.toISOString() : null };
    publish.toConversations(conversationIds, "presence:changed", presence, { userIds: [userId, ...blocked] });
  };

  const announceChange = async (userId: string, before: Visible): Promise<void> => {
    const after = await seen(userId);
    if (!looksTheSame(before, after)) await announce(userId, after);
  };

  const stay = (userId: string): boolean => {
    clearTimeout(leaving.get(userId));
    return leaving.delete(userId);
  };

  const leave = async (userId: string): Promise<void> => {
    leaving.delete(userId);
    const visible = await seen(userId);
    if (visible.status === "offline") await announce(userId, visible);
  };

  /** Presence is a courtesy: that it could not be told must not fail what caused it. */
  const quietly = (work: Promise<void>): Promise<void> =>
    work.catch((error: unknown) => log.warn({ error }, "presence could not be announced"));

  const put = async ({ userId, socketId }: OnSocket, state: PresenceUpdate): Promise<void> => {
    const lingered = stay(userId);
    const before = await seen(userId);
    await store.put(userId, socketId, state);
    // Who lingers was never announced as gone: coming back as online is no news.
    const known: Visible = lingered && before.status === "offline" ? { status: "online" } : before;
    await quietly(announceChange(userId, known));
  };

  return {
    connected: (actor: OnSocket): Promise<void> => put(actor, { status: "online" }),

    update: async (actor: OnSocket, update: PresenceUpdate): Promise<{ status: PresenceChoice }> => {
      await put(actor, update);
      return { status: update.status };
    },

    disconnected: async ({ userId, socketId }: OnSocket): Promise<void> => {
      const before = await seen(userId);
      await store.remove(userId, socketId);
      const after = await seen(userId);
      if (looksTheSame(before, after)) return;
      if (after.status !== "offline") return quietly(announce(userId, after));
      stay(userId);
      leaving.set(
        userId,
        setTimeout(() => void quietly(leave(userId)), LINGER_MS),
      );
    },

    /** The presence of people; those who share no conversation with the actor look offline, as do those who block or are blocked. */
    get: async (actor: Actor, userIds: string[]): Promise<{ presences: Presence[] }> => {
      const contacts = userIds.length === 0 ? [] : await database.read((db) => findVisibleContacts(db, actor.userId, userIds));
      const lastSeen = new Map(contacts.map(({ id, lastSeenAt }) => [id, lastSeenAt]));
      const presenceOf = async (userId: string): Promise<Presence> => {
        if (!lastSeen.has(userId)) return { userId, status: "offline", lastSeenAt: null };
        const visible = leaving.has(userId) ? { status: "online" as const } : await seen(userId);
        const at = visible.status === "offline" ? lastSeen.get(userId) : undefined;
        return { userId, ...visible, lastSeenAt: at?.toISOString() ?? null };
      };
      return { presences: await Promise.all([...new Set(userIds)].map(presenceOf)) };
    },
  };
};
