import type { EditMessage, Message, MessageAt, MessageVersions, ReactMessage } from "#lib/contract/messages.ts";
import type { Database, Db } from "#lib/db/client.ts";
import type { Actor } from "../actor.ts";
import { findMembership } from "../conversations/conversation.reader.ts";
import type { UnreadAnnouncer } from "../conversations/unread.announcer.ts";
import { type Failure, fail } from "../fail.ts";
import type { JobQueue, Publisher } from "../ports.ts";
import { dropAttached } from "./attached.repository.ts";
import {
  isAsItWas,
  reactionsAfter,
  refusalOfDeletion,
  refusalOfEdit,
  refusalOfNewHand,
  refusalOfReaction,
  type Seen,
  seenBy,
  whoSees,
} from "./change.policy.ts";
import { dropVersionsOfDeleted, saveDeletion, saveEdit, saveReactions, saveRevision } from "./change.repository.ts";
import type { ContentJudge } from "./content.policy.ts";
import { previewLink } from "./link-preview.policy.ts";
import { lookAtLinks } from "./link-preview.writer.ts";
import { findByIds, findBySeqs } from "./message.reader.ts";
import { touchQuotes } from "./quote.repository.ts";
import { whoIsNamedAnew } from "./reach.policy.ts";
import { type Facts, senderKey, standingOf } from "./send.policy.ts";
import { loadFacts } from "./send.repository.ts";
import { tell } from "./send.writer.ts";
import { findVersions } from "./version.reader.ts";

type Deps = { database: Database; publish: Publisher; unread: UnreadAnnouncer; content: ContentJudge; jobs: JobQueue };

/** What is written of a change, and the number of the conversation's changes with it. */
type Written = { seen: Seen; rev: number; quotesChange: boolean };
type Told = { event: "message:edited" | "message:deleted" | "message:reaction"; message: Message; quotes: Message[]; seen: Seen };

const refuse = (failure: Failure | undefined): void => {
  if (failure) throw failure;
};

const load = async (db: Db, { userId, sessionId }: Actor, { conversationId, messageId }: MessageAt, isSuspect = false) => {
  const facts: Facts = await loadFacts(db, {
    conversationIds: [conversationId],
    senderIds: [userId],
    messages: [{ conversationId, id: messageId }],
    suspectIds: isSuspect ? [conversationId] : [],
    watched: isSuspect ? [{ userId, sessionId, conversationId }] : [],
  });
  return { facts, seen: seenBy({ userId, conversationId, messageId }, facts) };
};

/** Changes of messages that are stored, by who may see them. Each is a revision of its conversation, told after the commit. */
/** A deletion takes a message out of what is unread; an edit may name other people than before. */
const whoseUnreadMoves = (event: Told["event"], { head, message: before }: Seen, after: Message): string[] => {
  const members = head.members.map(({ userId }) => userId);
  if (event === "message:deleted") return members;
  return members.filter((userId) => before.mentions.includes(userId) !== after.mentions.includes(userId));
};

export const createChangeService = ({ database, publish, unread, content, jobs }: Deps) => {
  /** The message as it is now, and those that quote it where what they show has changed. */
  const settle = async (db: Db, event: Told["event"], { seen, rev, quotesChange }: Written): Promise<Told> => {
    const { conversationId, seq } = seen.message;
    await saveRevision(db, conversationId, rev);
    const touched = quotesChange ? await touchQuotes(db, [{ conversationId, seq }]) : [];
    const [message] = await findBySeqs(db, [{ conversationId, seq }]);
    const quotes = await findBySeqs(db, touched);
    if (!message) throw fail("not_found");
    return { event, message, quotes: quotes.sort((left, right) => left.rev - right.rev), seen };
  };

  const announce = ({ event, message, quotes, seen }: Told): Message => {
    const { conversationId } = message;
    publish.toConversation(conversationId, event, message, { among: whoSees(seen) });
    for (const quote of quotes)
      publish.toConversation(conversationId, "message:edited", quote, { among: whoSees({ ...seen, message: quote }) });
    const moved = whoseUnreadMoves(event, seen, message);
    if (moved.length > 0) unread.touched(conversationId, moved);
    return message;
  };

  /** `change` resolves to nothing where all is as it is wanted already. */
  const changed = async (change: (db: Db) => Promise<Told | Message>): Promise<Message> => {
    const result = await database.write(change);
    return "event" in result ? announce(result) : result;
  };

  return {
    /**
     * Puts other words into one's own message, and names others; the same words are no change. Who is named anew is told of it.
     * @throws {Failure} not_participant, not_found, forbidden, blocked, suspended, conflict when it is too late, content_rejected,
     * validation_failed for mentions of somebody who does not see it
     */
    edit: (actor: Actor, input: EditMessage): Promise<Message> => {
      const glance = content.glance(input.content);
      const { isSuspect } = glance;
      return changed(async (db) => {
        const { facts, seen } = await load(db, actor, input, isSuspect);
        const { head, message } = seen;
        refuse(refusalOfEdit(seen, input, facts));
        if (isAsItWas(message, input)) return message;
        refuse(refusalOfNewHand(glance, facts.records.get(senderKey(actor)), facts.now));
        const notices = isSuspect ? content.accept(input.content, standingOf(head, facts)) : [];
        const rev = head.rev + 1;
        const { conversationId, seq } = message;
        const mentions = [...new Set(input.mentions ?? message.mentions)];
        const isSameLink = previewLink(message.content) === previewLink(input.content);
        const keepsPreview = isSameLink && notices.length === 0;
        const edited = { conversationId, seq, content: input.content, notices };
        await saveEdit(db, { ...edited, mentions, keepsPreview, rev, now: facts.now });
        if (!isSameLink) await lookAtLinks(db, jobs, [edited], facts.now);
        await tell(db, jobs, whoIsNamedAnew(message, { ...message, mentions }, facts), facts.now);
        return settle(db, "message:edited", { seen, rev, quotesChange: true });
      });
    },

    /** Takes one's own message away for everybody. @throws {Failure} not_participant, not_found, forbidden */
    remove: (actor: Actor, input: MessageAt): Promise<Message> =>
      changed(async (db) => {
        const { facts, seen } = await load(db, actor, input);
        const { head, message } = seen;
        refuse(refusalOfDeletion(seen));
        if (message.deletedAt) return message;
        const rev = head.rev + 1;
        await saveDeletion(db, { conversationId: head.id, seq: message.seq, rev, now: facts.now });
        if (message.attachments.length > 0) await dropAttached(db, jobs, { ...input, conversationId: head.id });
        return settle(db, "message:deleted", { seen, rev, quotesChange: true });
      }),

    /** Puts an emoji below a message or takes it away. @throws {Failure} not_participant, not_found, blocked, suspended, conflict */
    react: (actor: Actor, input: ReactMessage): Promise<Message> =>
      changed(async (db) => {
        const { facts, seen } = await load(db, actor, input);
        const { head, message } = seen;
        const reactions = reactionsAfter(message.reactions, actor.userId, input);
        refuse(refusalOfReaction(seen, reactions, facts));
        if (reactions === message.reactions) return message;
        const rev = head.rev + 1;
        await saveReactions(db, { conversationId: head.id, seq: message.seq, reactions, rev });
        return settle(db, "message:reaction", { seen, rev, quotesChange: false });
      }),

    /** Drops what messages said that have been deleted since before that time. */
    forgetDeleted: (before: Date): Promise<void> => database.write((db) => dropVersionsOfDeleted(db, before)),

    /** What a message said before it was edited. @throws {Failure} not_participant, not_found */
    versions: ({ userId }: Actor, { conversationId, messageId }: MessageAt): Promise<MessageVersions> =>
      database.read(async (db) => {
        const membership = await findMembership(db, userId, conversationId);
        if (!membership) throw fail("not_participant");
        const [message] = await findByIds(db, [{ conversationId, id: messageId }]);
        if (!message || message.seq <= membership.hiddenSeq || message.deletedAt) throw fail("not_found");
        const versions = await findVersions(db, [message]);
        return { versions: versions.map(({ content, at }) => ({ content, at: at.toISOString() })) };
      }),
  };
};
export type ChangeService = ReturnType<typeof createChangeService>;
