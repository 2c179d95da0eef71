import type { HistoryQuery, Message, MessagePage, SendMessage, SendReceipt } from "#lib/contract/messages.ts";
import type { Database, Db } from "#lib/db/client.ts";
import type { Actor } from "../actor.ts";
import { findMembership } from "../conversations/conversation.reader.ts";
import type { UnreadAnnouncer } from "../conversations/unread.announcer.ts";
import { fail } from "../fail.ts";
import type { JobQueue, Publisher } from "../ports.ts";
import type { ContentJudge } from "./content.policy.ts";
import type { DeliveryWatch } from "./delivery-watch.ts";
import type { HeldAnnouncer } from "./held.announcer.ts";
import { newestIn, oldestIn, type Window } from "./message.reader.ts";
import { createMessageSender } from "./message.sender.ts";

type Deps = {
  database: Database;
  publish: Publisher;
  unread: UnreadAnnouncer;
  deliveries: DeliveryWatch;
  jobs: JobQueue;
  content: ContentJudge;
  heldNews: HeldAnnouncer;
};

type Slice = { messages: Message[]; hasMore: boolean };

/** One message more than asked for says whether there is more. */
const olderSlice = async (db: Db, id: string, window: Window, limit: number): Promise<Slice> => {
  const messages = await newestIn(db, id, window, limit + 1);
  return { messages: messages.slice(-limit), hasMore: messages.length > limit };
};

const newerSlice = async (db: Db, id: string, window: Window, limit: number): Promise<Slice> => {
  const messages = await oldestIn(db, id, window, limit + 1);
  return { messages: messages.slice(0, limit), hasMore: messages.length > limit };
};

const aroundSlice = async (db: Db, id: string, window: Window, seq: number, limit: number): Promise<Slice> => {
  const before = Math.floor(limit / 2);
  const older = before > 0 ? await olderSlice(db, id, { ...window, beforeSeq: seq }, before) : { messages: [], hasMore: true };
  const newer = await newerSlice(
    db,
    id,
    { ...window, afterSeq: Math.max(window.afterSeq, seq - 1) },
    limit - older.messages.length,
  );
  return { messages: [...older.messages, ...newer.messages], hasMore: older.hasMore || newer.hasMore };
};

const sliceFor = (db: Db, id: string, window: Window, { before, after, around, limit }: HistoryQuery): Promise<Slice> => {
  if (around !== undefined) return aroundSlice(db, id, window, around, limit);
  if (after !== undefined) return newerSlice(db, id, { ...window, afterSeq: Math.max(window.afterSeq, after) }, limit);
  return olderSlice(db, id, { ...window, beforeSeq: before }, limit);
};

const pageOf = ({ messages, hasMore }: Slice, { after }: HistoryQuery): MessagePage => {
  const edge = after === undefined ? messages[0] : messages.at(-1);
  return { messages, hasMore, nextCursor: hasMore && edge ? edge.seq : null };
};

const dateOf = (time: string | undefined): Date | undefined => (time === undefined ? undefined : new Date(time));

export const createMessageService = (deps: Deps) => {
  const { database } = deps;
  return {
    /**
     * Stores a message once, whatever the number of tries, and tells everybody in the conversation after the commit.
     * @throws {Failure} not_participant, conflict, blocked, validation_failed, content_rejected with the rules in the details
     */
    send: createMessageSender(deps) satisfies (actor: Actor, input: SendMessage) => Promise<SendReceipt>,

    /** One page of what the actor may see of a conversation. @throws {Failure} not_participant */
    history: (actor: Actor, conversationId: string, query: HistoryQuery): Promise<MessagePage> =>
      database.read(async (db) => {
        const membership = await findMembership(db, actor.userId, conversationId);
        if (!membership) throw fail("not_participant");
        const window = { afterSeq: membership.hiddenSeq, from: dateOf(query.from), to: dateOf(query.to) };
        return pageOf(await sliceFor(db, conversationId, window, query), query);
      }),
  };
};
