import { limits } from "#lib/contract/limits.ts";
import type { Database } from "#lib/db/client.ts";
import type { Actor } from "../actor.ts";
import { findBlockedEitherWay, findCompany } from "../conversations/conversation.reader.ts";
import { fail } from "../fail.ts";
import type { Clock, Publisher } from "../ports.ts";

type Deps = { database: Database; publish: Publisher; clock: Clock };
type Typist = Pick<Actor, "userId" | "name">;
type Active = { typist: Typist; conversationId: string; timer: NodeJS.Timeout };

export const createTypingService = ({ database, publish, clock }: Deps) => {
  const active = new Map<string, Active>();
  const keyOf = ({ userId }: Typist, conversationId: string) => `${conversationId} ${userId}`;

  const tell = ({ userId, name }: Typist, conversationId: string, isTyping: boolean): void => {
    const expiresAt = new Date(clock().getTime() + (isTyping ? limits.typingMs : 0)).toISOString();
    const indicator = { conversationId, userId, userName: name, isTyping, expiresAt };
    publish.toConversation(conversationId, "typing:indicator", indicator, { userIds: [userId] });
  };

  /** Says nothing when nobody was typing. */
  const end = (typist: Typist, conversationId: string): void => {
    const key = keyOf(typist, conversationId);
    const found = active.get(key);
    if (!found) return;
    clearTimeout(found.timer);
    active.delete(key);
    tell(typist, conversationId, false);
  };

  const begin = (typist: Typist, conversationId: string): void => {
    const key = keyOf(typist, conversationId);
    clearTimeout(active.get(key)?.timer);
    active.set(key, { typist, conversationId, timer: setTimeout(() => end(typist, conversationId), limits.typingMs) });
    tell(typist, conversationId, true);
  };

  const mayType = ({ userId }: Actor, conversationId: string): Promise<void> =>
    database.read(async (db) => {
      const { kind, memberIds } = await findCompany(db, conversationId);
      if (!memberIds.includes(userId)) throw fail("not_participant");
      if (kind !== "direct") return;
      const blocked = await findBlockedEitherWay(db, userId);
      if (memberIds.some((id) => blocked.includes(id))) throw fail("blocked");
    });

  return {
    /** @throws {Failure} not_participant, blocked */
    start: async (actor: Actor, { conversationId }: { conversationId: string }): Promise<Record<string, never>> => {
      await mayType(actor, conversationId);
      begin(actor, conversationId);
      return {};
    },

    /** @throws {Failure} not_participant, blocked */
    stop: async (actor: Actor, { conversationId }: { conversationId: string }): Promise<Record<string, never>> => {
      await mayType(actor, conversationId);
      end(actor, conversationId);
      return {};
    },

    /** Whoever has sent has stopped typing there. */
    sent: end,

    /** Nobody types there any more: nothing of it may come later. */
    ended: (conversationId: string): void => {
      for (const one of active.values()) if (one.conversationId === conversationId) end(one.typist, conversationId);
    },

    /** Whoever has gone has stopped typing everywhere. */
    gone: ({ userId }: Actor): void => {
      for (const { typist, conversationId } of active.values()) if (typist.userId === userId) end(typist, conversationId);
    },
  };
};
export type TypingService = ReturnType<typeof createTypingService>;
