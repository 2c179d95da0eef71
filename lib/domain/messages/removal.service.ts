import type { Message } from "#lib/contract/messages.ts";
import type { Db } from "#lib/db/client.ts";
import { findMemberIds } from "../conversations/conversation.reader.ts";
import type { UnreadAnnouncer } from "../conversations/unread.announcer.ts";
import type { Publisher } from "../ports.ts";
import { findBySeqs } from "./message.reader.ts";
import { type Place, touchQuotes } from "./quote.repository.ts";
import { removeMessages, restoreMessages, type Wanted } from "./removal.repository.ts";

type Deps = { publish: Publisher; unread: UnreadAnnouncer };

const inOrder = (left: Message, right: Message): number => left.rev - right.rev;

/** How many messages there were, and what tells of them once it is committed. */
export type Moved = { places: Place[]; tell: () => void };

/** Takes messages away and brings them back, in the transaction of what that comes of. */
export const createRemovalService = ({ publish, unread }: Deps) => {
  const moved = async (db: Db, places: Place[], event: "message:deleted" | "message:edited"): Promise<Moved> => {
    const found = (await findBySeqs(db, places)).sort(inOrder);
    const quotes = (await findBySeqs(db, await touchQuotes(db, places))).sort(inOrder);
    const members = await findMemberIds(db, [...new Set(places.map(({ conversationId }) => conversationId))]);
    const tell = (): void => {
      const reachOf = ({ conversationId }: Message) => ({ among: members.get(conversationId) ?? [] });
      for (const message of found) publish.toConversation(message.conversationId, event, message, reachOf(message));
      for (const quote of quotes) publish.toConversation(quote.conversationId, "message:edited", quote, reachOf(quote));
      for (const [conversationId, userIds] of members) unread.touched(conversationId, userIds);
    };
    return { places, tell };
  };

  return {
    /** A tombstone stays in each place, and counts as read. */
    remove: async (db: Db, sanctionId: string, wanted: Wanted): Promise<Moved> =>
      moved(db, await removeMessages(db, sanctionId, wanted), "message:deleted"),

    /** What was removed stands there again as it was. */
    restore: async (db: Db, sanctionId: string): Promise<Moved> =>
      moved(db, await restoreMessages(db, sanctionId), "message:edited"),
  };
};
export type RemovalService = ReturnType<typeof createRemovalService>;
