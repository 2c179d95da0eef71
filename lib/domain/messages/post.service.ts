import type { Message } from "#lib/contract/messages.ts";
import type { StoredSystemPart } from "#lib/contract/system-parts.ts";
import type { Db } from "#lib/db/client.ts";
import type { UnreadAnnouncer } from "../conversations/unread.announcer.ts";
import { fail } from "../fail.ts";
import type { NewId, Publisher } from "../ports.ts";
import type { DeliveryWatch } from "./delivery-watch.ts";
import { findByIds, findBySeqs } from "./message.reader.ts";
import type { NewMessage } from "./message.writer.ts";
import { type Head, pairKey, suspensionIn } from "./send.policy.ts";
import { bringBack, loadFacts, type OwnMark, type OwnView, touchMessages, writeSends } from "./send.repository.ts";

type Deps = { publish: Publisher; unread: UnreadAnnouncer; deliveries: DeliveryWatch; newId: NewId };

type NewLine = {
  id?: string;
  content?: string;
  /** The rules of the scan of which the readers of the content are told. */
  notices?: string[];
  system?: StoredSystemPart;
  countsUnread: boolean;
};

/** What somebody writes with a request, and the rules of the scan of which its readers are told. */
export type FirstWords = { message: string | undefined; notices: string[] };

/** What a use case of another subject has to say in a conversation. */
export type Post = {
  conversationId: string;
  senderId: string;
  /** The sender did nothing, the server speaks: it says nothing about what the sender has read. */
  isUnasked: boolean;
  lines: NewLine[];
  /** Messages of the conversation that show something else from now on. */
  changed: string[];
};

type Numbers = Pick<Head, "lastSeq" | "rev">;

const rowOf = (post: Post, line: NewLine, { lastSeq, rev }: Numbers, id: string, now: Date): NewMessage => ({
  conversationId: post.conversationId,
  seq: lastSeq,
  id,
  rev,
  senderId: post.senderId,
  kind: line.system ? "system" : "text",
  content: line.content ?? "",
  notices: line.notices ?? [],
  system: line.system ?? null,
  countsUnread: line.countsUnread,
  createdAt: now,
});

type Change = { conversationId: string; id: string; rev: number };

/** Writes messages that come of something else than a send, in the transaction of that, and tells of them after it. */
export const createPostService = ({ publish, unread, deliveries, newId }: Deps) => {
  const place = (posts: Post[], heads: Map<string, Head>, now: Date) => {
    const rows: NewMessage[] = [];
    const changes: Change[] = [];
    const marks = new Map<string, OwnMark>();
    for (const post of posts) {
      const head = heads.get(post.conversationId);
      if (!head) throw fail("not_found");
      const isWritten = post.lines.some(({ content = "" }) => content !== "");
      const silenced = isWritten && !post.isUnasked && suspensionIn(head, post.senderId);
      if (silenced) throw silenced;
      for (const id of post.changed) {
        head.rev += 1;
        changes.push({ conversationId: head.id, id, rev: head.rev });
      }
      for (const line of post.lines) {
        head.lastSeq += 1;
        head.rev += 1;
        head.activeAt = now > head.activeAt ? now : head.activeAt;
        rows.push(rowOf(post, line, head, line.id ?? newId(), head.activeAt));
      }
      const mark = { conversationId: head.id, userId: post.senderId, seq: head.lastSeq };
      if (!post.isUnasked) marks.set(`${head.id} ${post.senderId}`, mark);
    }
    return { rows, changes, marks: [...marks.values()] };
  };

  const announce = (news: Message[], changed: Message[], heads: Head[], views: OwnView[]): void => {
    deliveries.stored("posted", news);
    const members = new Map(heads.map(({ id, members: theirs }) => [id, theirs.map(({ userId }) => userId)]));
    const tell = (event: "message:edited" | "message:received", message: Message): void =>
      publish.toConversation(message.conversationId, event, message, { among: members.get(message.conversationId) ?? [] });
    for (const message of changed) tell("message:edited", message);
    for (const message of news) tell("message:received", message);
    for (const { userId, summary } of views) publish.toUser(userId, "conversation:updated", summary);
    for (const { id, members } of heads) {
      unread.touched(
        id,
        members.map(({ userId }) => userId),
      );
    }
  };

  return {
    /** Two of whom one blocks the other have nothing new to say to each other. Locks the conversation. @throws {Failure} blocked */
    assertOpen: async (db: Db, conversationId: string, pair: readonly [string, string]): Promise<void> => {
      const { blocked } = await loadFacts(db, {
        conversationIds: [conversationId],
        senderIds: [pair[0]],
        messages: [],
        suspectIds: [],
        watched: [],
      });
      if (blocked.has(pairKey(...pair))) throw fail("blocked");
    },

    /**
     * Gives each line its place, in the order of the posts. Write what the messages show first: they are read here. The
     * answer tells everybody, once it is committed.
     * @throws {Failure} not_found for no conversation, suspended for words of somebody who may not write
     */
    write: async (db: Db, posts: Post[]): Promise<() => void> => {
      const conversationIds = [...new Set(posts.map(({ conversationId }) => conversationId))];
      const senderIds = [...new Set(posts.map(({ senderId }) => senderId))];
      const { heads, now } = await loadFacts(db, { conversationIds, senderIds, messages: [], suspectIds: [], watched: [] });
      const { rows, changes, marks } = place(posts, heads, now);
      const grown = [...heads.values()];
      await writeSends(db, { rows, grown, marks, repliesTo: marks, now });
      await touchMessages(db, changes);
      const views = await bringBack(db, rows.length > 0 ? grown : []);
      const news = await findBySeqs(db, rows);
      const changed = await findByIds(db, changes);
      const inOrder = (left: Message, right: Message) => left.rev - right.rev;
      return () => announce(news.sort(inOrder), changed.sort(inOrder), grown, views);
    },
  };
};
export type PostService = ReturnType<typeof createPostService>;
