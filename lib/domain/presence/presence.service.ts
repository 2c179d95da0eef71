import type { Presence, PresenceChoice, PresenceUpdate } from "#lib/contract/presence.ts";
import type { Database, Db } from "#lib/db/client.ts";
import type { Actor } from "../actor.ts";
import { createBatcher } from "../batcher.ts";
import type { Clock, DeviceState, Log, NewId, PresenceStore, Publisher } from "../ports.ts";
import { looksTheSame, roundLastSeen, type Visible, visiblePresence } from "./presence.policy.ts";
import {
  areTogether,
  type Company,
  findCompanies,
  findLastSeen,
  findVisibleContacts,
  setLastSeen,
} from "./presence.repository.ts";

type Deps = { database: Database; store: PresenceStore; publish: Publisher; clock: Clock; newId: NewId; log: Log };
type OnSocket = Actor & { socketId: string };
type Audience = { conversationIds: string[]; isReserved: boolean; except: string[] };
type Look = { userId: string; visible: Visible };

/** A page that reloads is away for a moment: nobody needs to hear of that. */
const LINGER_MS = 3_000;
/** So many people are told of at once, and so many may wait for it. */
const SIZE = 256;
const WAITING_MAX = 10_000;

const OFFLINE: Visible = { status: "offline" };
const NOBODY: Company = { conversationIds: [], blocked: [], reserved: [] };

export const createPresenceService = ({ database, store, publish, clock, newId, log }: Deps) => {
  const seen = async (userId: string): Promise<Visible> => visiblePresence(await store.devices(userId));

  const present = (userId: string, visible: Visible, lastSeenAt: Date | null | undefined): Presence => {
    const at = visible.status === "offline" && lastSeenAt ? roundLastSeen(lastSeenAt, clock()) : null;
    return { userId, ...visible, lastSeenAt: at?.toISOString() ?? null };
  };

  /** Whom a person's presence is told to, and who of them must not hear it. */
  const audienceIn = (companies: Map<string, Company>, userId: string): Audience => {
    const { conversationIds, blocked, reserved } = companies.get(userId) ?? NOBODY;
    return { conversationIds, isReserved: reserved.includes(userId), except: [userId, ...blocked, ...reserved] };
  };
  const audienceOf = async (db: Db, userId: string): Promise<Audience> => audienceIn(await findCompanies(db, [userId]), userId);

  const tell = ({ conversationIds, except }: Audience, presence: Presence): void =>
    publish.toConversations(conversationIds, "presence:changed", presence, { userIds: except });

  /** When they were last here is stored before anybody is told that they have gone. */
  const tellAll = async (looks: Look[]): Promise<true[]> => {
    const at = clock();
    const userIds = [...new Set(looks.map(({ userId }) => userId))];
    const gone = [...new Set(looks.flatMap(({ userId, visible }) => (visible.status === "offline" ? [userId] : [])))];
    const companies = await database.byKeys.read(async (db) => {
      if (gone.length > 0) await setLastSeen(db, gone, at);
      return findCompanies(db, userIds);
    });
    return looks.map(({ userId, visible }) => {
      const audience = audienceIn(companies, userId);
      if (!audience.isReserved) tell(audience, present(userId, visible, at));
      return true;
    });
  };

  // A crowd that comes or goes is told of together, everybody in the order in which it happened.
  const looks = createBatcher<Look, true>({ size: SIZE, capacity: WAITING_MAX, begin: setImmediate, run: tellAll });
  const announce = async (userId: string, visible: Visible): Promise<void> => {
    await looks.add({ userId, visible });
  };

  const announceChange = async (userId: string, before: Visible, devices: DeviceState[]): Promise<void> => {
    const after = visiblePresence(devices);
    if (!looksTheSame(before, after)) await announce(userId, after);
  };

  const leave = async (userId: string, mark: string): Promise<void> => {
    if (!(await store.leave(userId, mark))) return;
    const visible = await seen(userId);
    if (visible.status === "offline") await announce(userId, visible);
  };

  /** Presence is a courtesy: that it could not be told must not fail what caused it. */
  const quietly = (work: Promise<void>): Promise<void> =>
    work.catch((error: unknown) => log.warn({ error }, "presence could not be announced"));

  const seenNow = async (userId: string): Promise<Visible> => {
    const devices = await store.devices(userId);
    return devices.length === 0 && (await store.lingers(userId)) ? { status: "online" } : visiblePresence(devices);
  };

  /** How people look to somebody; those of whom that one may not know look offline. */
  const asSeenBy = async (viewerId: string, userIds: string[]): Promise<Presence[]> => {
    const contacts = userIds.length === 0 ? [] : await database.read((db) => findVisibleContacts(db, viewerId, userIds));
    const lastSeen = new Map(contacts.map(({ id, lastSeenAt }) => [id, lastSeenAt]));
    const presenceOf = async (userId: string): Promise<Presence> =>
      lastSeen.has(userId)
        ? present(userId, await seenNow(userId), lastSeen.get(userId))
        : { userId, status: "offline", lastSeenAt: null };
    return Promise.all([...new Set(userIds)].map(presenceOf));
  };

  const tellOf = async (viewerId: string, userId: string): Promise<void> => {
    for (const presence of await asSeenBy(viewerId, [userId])) publish.toUser(viewerId, "presence:changed", presence);
  };

  /** Two who have never met hear nothing of each other, not even that somebody is gone. */
  const tellEachOther = async (one: string, other: string): Promise<void> => {
    if (!(await database.read((db) => areTogether(db, one, other)))) return;
    await Promise.all([tellOf(one, other), tellOf(other, one)]);
  };

  const tellShared = async (userId: string, shares: boolean): Promise<void> => {
    const [audience, lastSeenAt] = await database.read((db) => Promise.all([audienceOf(db, userId), findLastSeen(db, userId)]));
    tell(audience, shares ? present(userId, await seenNow(userId), lastSeenAt) : present(userId, OFFLINE, null));
  };

  return {
    connected: async ({ userId, socketId }: OnSocket): Promise<void> => {
      // Noted at once: the socket may close while it is asked who else is there, and is then taken out again.
      const { before, after, lingered } = await store.put(userId, socketId, { status: "online" });
      // Who lingers was never announced as gone: coming back as online is no news.
      const known: Visible = lingered && before.length === 0 ? { status: "online" } : visiblePresence(before);
      await quietly(announceChange(userId, known, after));
    },

    update: async ({ userId, socketId }: OnSocket, update: PresenceUpdate): Promise<{ status: PresenceChoice }> => {
      const turn = await store.update(userId, socketId, update);
      if (turn) await quietly(announceChange(userId, visiblePresence(turn.before), turn.after));
      return { status: update.status };
    },

    disconnected: async ({ userId, socketId }: OnSocket): Promise<void> => {
      const mark = newId();
      const { before, after } = await store.remove(userId, socketId, mark);
      const visible = visiblePresence(after);
      if (looksTheSame(visiblePresence(before), visible)) return;
      if (visible.status !== "offline") return quietly(announce(userId, visible));
      setTimeout(() => void quietly(leave(userId, mark)), LINGER_MS);
    },

    /** Tells how these people look by now, of whom something was not known, or not told. One after the other: they may be many. */
    recall: async (userIds: string[]): Promise<void> => {
      for (const userId of userIds) await quietly(seenNow(userId).then((visible) => announce(userId, visible)));
    },

    /** The presence of people; those who share no conversation with the actor look offline, as do those who block or are blocked. */
    get: async ({ userId }: Actor, userIds: string[]): Promise<{ presences: Presence[] }> => ({
      presences: await asSeenBy(userId, userIds),
    }),

    /** Tells two people how each looks to the other from now on: a block between them began or ended. */
    introduce: (one: string, other: string): Promise<void> => quietly(tellEachOther(one, other)),

    /** Tells others how somebody looks who has begun to share their presence, or to keep it. */
    shared: (userId: string, shares: boolean): Promise<void> => quietly(tellShared(userId, shares)),
  };
};
export type PresenceService = ReturnType<typeof createPresenceService>;
