import type { MuteList, MuteRequest, MuteState } from "#lib/contract/safety.ts";
import type { Database, Db } from "#lib/db/client.ts";
import type { Actor } from "../actor.ts";
import { fail } from "../fail.ts";
import type { Clock, Publisher } from "../ports.ts";
import { muteEnd, toldEnd } from "./mute.policy.ts";
import * as mutes from "./mute.repository.ts";

type Deps = { database: Database; publish: Publisher; clock: Clock };

export const createMuteService = ({ database, publish, clock }: Deps) => {
  /** Resolves to whether anybody can tell the difference. */
  const set = async (db: Db, userId: string, conversationId: string, end: Date | null): Promise<boolean> => {
    const held = await mutes.lockMute(db, userId, conversationId);
    if (!held) throw fail("not_participant");
    const before = held.until && held.until > clock() ? held.until : null;
    if (before?.getTime() === end?.getTime()) return false;
    await mutes.saveMute(db, userId, conversationId, end);
    return true;
  };

  return {
    /** Quiet for the actor alone, and told to the actor's devices alone. @throws {Failure} not_participant, validation_failed */
    mute: async ({ userId }: Actor, { conversationId, until }: MuteRequest): Promise<MuteState> => {
      const end = muteEnd(until, clock());
      const isNew = await database.write((db) => set(db, userId, conversationId, end));
      if (isNew) publish.toUser(userId, "conversation:muted", { conversationId, until: toldEnd(end) });
      return { muted: true, until: toldEnd(end) };
    },

    /** @throws {Failure} not_participant */
    unmute: async ({ userId }: Actor, { conversationId }: Pick<MuteRequest, "conversationId">): Promise<MuteState> => {
      const isNew = await database.write((db) => set(db, userId, conversationId, null));
      if (isNew) publish.toUser(userId, "conversation:unmuted", { conversationId, until: null });
      return { muted: false, until: null };
    },

    list: async ({ userId }: Actor): Promise<MuteList> => {
      const rows = await database.read((db) => mutes.findMuted(db, userId, clock()));
      return { items: rows.map(({ conversationId, until }) => ({ conversationId, until: toldEnd(until) })) };
    },
  };
};
