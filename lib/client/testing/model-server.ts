import type { ConversationPage, ConversationSummary } from "#lib/contract/conversations.ts";
import type { ServerEventMessage } from "#lib/contract/events.ts";
import { fingerprintOf } from "#lib/contract/fingerprint.ts";
import type { Message } from "#lib/contract/messages.ts";
import { MUTED_FOR_GOOD } from "#lib/contract/page-limits.ts";
import type { CheckAnswer, Cursors, SyncAnswer } from "#lib/contract/session.ts";
import { applyListAnswer, applyWindowAnswer } from "../apply-answer.ts";
import { compareInList, emptyInbox, type InboxState } from "../inbox-state.ts";
import { alice, bob, conversation, message, timeOf } from "./conversations.ts";

/** What can happen: `who` is an index into the participants, `share` of 0 to 100 a place between two marks. */
export type Step =
  | { do: "send"; in: number; who: number }
  | { do: "deliver" | "read"; in: number; who: number; share: number }
  | { do: "rename" | "pin" | "archive" | "mark"; in: number }
  | { do: "edit" | "delete"; in: number; share: number }
  | { do: "remove" | "return"; in: number }
  | { do: "block" | "mute" | "share" | "fine"; in: number };

/** The list of each filter and the messages of each conversation. */
export type Answers = {
  all: ConversationPage;
  archived: ConversationPage;
  messages: readonly (readonly [id: string, messages: Message[]])[];
};

/** The state after the answers to what was asked when it was `since`. */
export const takeAnswers = (state: InboxState, { all, archived, messages }: Answers, since: InboxState): InboxState => {
  const listed = applyListAnswer(state, { filter: "all", q: "" }, all, { since, isNext: false });
  const both = applyListAnswer(listed, { filter: "archived", q: "" }, archived, { since, isNext: false });
  return messages.reduce((next, [id, held]) => {
    const page = { messages: held, hasMore: false, nextCursor: null };
    // A thread is asked for once its conversation is known.
    const asked = since.conversations[id] ? since : both;
    return applyWindowAnswer(next, id, { page, hasOlder: false, hasNewer: false }, asked);
  }, both);
};

type Marks = { deliveredSeq: number; readSeq: number };
/** `held` are marks that are kept from alice while she blocks. */
export type Kept = { summary: ConversationSummary; messages: Message[]; isIn: boolean; held: Marks };

const nowhere: Marks = { deliveredSeq: 0, readSeq: 0 };

/** The server in a nutshell: does what the contract says and tells alice of it in the order in which the real one does. */
export class ModelServer {
  protected readonly all: Kept[];
  /** How many messages a change may carry. */
  private readonly most: number;
  private tick = 100;
  /** Whether alice shares her read receipts, and so sees others'. */
  private shares = true;

  constructor(ids: readonly string[], { most = Number.POSITIVE_INFINITY } = {}) {
    this.most = most;
    this.all = ids.map((id, index) => ({
      summary: conversation(0, { id, updatedAt: timeOf(index) }),
      messages: [],
      isIn: true,
      held: nowhere,
    }));
  }

  /** Those that alice is in. */
  private get kept(): Kept[] {
    return this.all.filter(({ isIn }) => isIn);
  }

  protected now(): string {
    this.tick += 1;
    return timeOf(this.tick);
  }

  /** Alice's unread messages, counted afresh. */
  private viewOf({ summary, messages }: Kept): ConversationSummary {
    const read = summary.participants.find(({ userId }) => userId === alice)?.readSeq ?? 0;
    const sentBy = (person: string) =>
      Math.max(0, ...messages.filter(({ senderId }) => senderId === person).map(({ seq }) => seq));
    const participants = summary.participants.map((one) =>
      this.shares || one.userId === alice ? one : { ...one, readSeq: sentBy(one.userId) },
    );
    const heardSeq = messages.find(({ senderId }) => senderId !== alice)?.seq ?? null;
    const unread = messages.filter(({ seq, senderId, deletedAt }) => seq > read && senderId !== alice && deletedAt === null);
    const isMentioned = unread.some(({ mentions }) => mentions.includes(alice));
    const named = isMentioned ? { mentioned: true as const } : {};
    return { ...summary, participants, unreadCount: unread.length, ...named, heardSeq, sentSeq: sentBy(alice) };
  }

  private counts(one: Kept): ServerEventMessage {
    const { summary } = one;
    const { unreadCount, mentioned } = this.viewOf(one);
    const own = { unreadCount, ...(mentioned ? { mentioned } : {}) };
    const payload = {
      conversationId: summary.id,
      ...own,
      totalUnread: this.totalUnread(),
      lastSeq: summary.lastSeq,
      updatedAt: this.now(),
    };
    return { event: "unread_count:updated", payload };
  }

  private totalUnread(): number {
    return this.kept.reduce((sum, one) => sum + this.viewOf(one).unreadCount, 0);
  }

  private mark(one: Kept, userId: string, marks: Marks): boolean {
    const person = one.summary.participants.find((participant) => participant.userId === userId);
    if (!person) return false;
    const readSeq = Math.max(person.readSeq, marks.readSeq);
    const deliveredSeq = Math.max(person.deliveredSeq, marks.deliveredSeq, readSeq);
    const moves = readSeq > person.readSeq || deliveredSeq > person.deliveredSeq;
    const participants = one.summary.participants.map((other) =>
      other === person ? { ...other, readSeq, deliveredSeq } : other,
    );
    one.summary = { ...one.summary, participants };
    return moves;
  }

  private send(one: Kept, who: number): ServerEventMessage[] {
    const { id, lastSeq, rev, participants } = one.summary;
    const sender = participants[who % participants.length] ?? conversation().participants[0];
    if (!sender || one.summary.blocked === "by_me") return [];
    const createdAt = this.now();
    const messageId = `${id.slice(0, -6)}${String(lastSeq + 1).padStart(6, "0")}`;
    const by = { senderId: sender.userId, senderName: sender.name, mentions: this.names(one) };
    const given = { conversationId: id, messageId, rev: rev + 1, ...by, createdAt };
    return this.push(one, message(lastSeq + 1, given));
  }

  /** Some of what is said or put otherwise names alice. */
  private names({ summary }: Kept): string[] {
    return summary.rev % 3 === 0 ? [alice] : [];
  }

  protected push(one: Kept, stored: Message): ServerEventMessage[] {
    const { seq, rev, senderId, createdAt } = stored;
    one.messages.push(stored);
    one.summary = { ...one.summary, lastSeq: seq, rev, lastMessage: stored, updatedAt: createdAt };
    this.mark(one, senderId, { deliveredSeq: seq, readSeq: seq });
    return [{ event: "message:received", payload: stored }, this.counts(one)];
  }

  /** Puts a changed message in the place of what it was, as one more revision. */
  protected replace(
    one: Kept,
    changed: Message,
    event: "message:edited" | "message:deleted" | "message:reaction",
  ): ServerEventMessage[] {
    const { lastMessage } = one.summary;
    const after = { ...changed, rev: one.summary.rev + 1 };
    one.messages = one.messages.map((held) => (held.messageId === after.messageId ? after : held));
    one.summary = { ...one.summary, rev: after.rev, lastMessage: lastMessage?.seq === after.seq ? after : lastMessage };
    const news: ServerEventMessage = { event, payload: after };
    return event === "message:reaction" ? [news] : [news, this.counts(one)];
  }

  private move(one: Kept, { do: kind, who, share }: Extract<Step, { do: "deliver" | "read" }>): ServerEventMessage[] {
    const { lastSeq, participants, blocked } = one.summary;
    const person = participants[who % participants.length];
    const seq = Math.floor((lastSeq * share) / 100);
    if (!person) return [];
    if (person.userId === alice || blocked === "none") return this.moveTo(one, person.userId, kind, seq);
    const { deliveredSeq, readSeq } = one.held;
    one.held = { deliveredSeq: Math.max(deliveredSeq, seq), readSeq: Math.max(readSeq, kind === "read" ? seq : 0) };
    return [];
  }

  private moveTo(one: Kept, userId: string, kind: "deliver" | "read", seq: number): ServerEventMessage[] {
    const isRead = kind === "read";
    if (!this.mark(one, userId, { deliveredSeq: seq, readSeq: isRead ? seq : 0 })) return [];
    const now = one.summary.participants.find((participant) => participant.userId === userId) ?? nowhere;
    const told = { conversationId: one.summary.id, userId };
    const delivered = { ...told, seq: now.deliveredSeq, at: this.now() };
    if (!isRead) return [{ event: "message:delivered", payload: delivered }];
    const receipt: ServerEventMessage = {
      event: "read_receipt:received",
      payload: { ...told, seq: now.readSeq, lastReadAt: this.now() },
    };
    if (userId === alice) return [receipt, this.counts(one)];
    // Who shares no read receipts is told of others' only what they share: that it has arrived.
    return this.shares ? [receipt] : [{ event: "message:delivered", payload: delivered }];
  }

  /** A block is between two people: it shows in each of their conversations. */
  private block({ summary }: Kept): ServerEventMessage[] {
    const blocks = summary.blocked === "none";
    const told = { userId: bob, at: this.now() };
    for (const each of this.all) each.summary = { ...each.summary, blocked: blocks ? "by_me" : "none" };
    if (blocks) return [{ event: "user:blocked", payload: told }];
    return [{ event: "user:unblocked", payload: told }, ...this.kept.flatMap((each) => this.uncover(each))];
  }

  private uncover(one: Kept): ServerEventMessage[] {
    const { deliveredSeq, readSeq } = one.held;
    one.held = nowhere;
    return [...this.moveTo(one, bob, "deliver", deliveredSeq), ...this.moveTo(one, bob, "read", readSeq)];
  }

  private mute(one: Kept): ServerEventMessage[] {
    const mutes = one.summary.mutedUntil === null;
    one.summary = { ...one.summary, mutedUntil: mutes ? MUTED_FOR_GOOD : null };
    const payload = { conversationId: one.summary.id, until: null };
    return [{ event: mutes ? "conversation:muted" : "conversation:unmuted", payload }];
  }

  /** Alice calls the notices of one more message fine. */
  private fine(one: Kept): ServerEventMessage[] {
    const fine = [...(one.summary.fine ?? []), { messageId: `${one.summary.id}`, rule: `rule ${one.summary.fine?.length ?? 0}` }];
    one.summary = { ...one.summary, fine };
    return [{ event: "conversation:updated", payload: this.viewOf(one) }];
  }

  /** The news and, since alice asks for everything again then, the answer to that. */
  private share(): ServerEventMessage[] {
    this.shares = !this.shares;
    const ready = { ...this.sync({}), userId: alice, deviceId: "", status: "resumed" as const, heldMessages: 0 };
    return [
      { event: "preferences:updated", payload: { readReceipts: this.shares, presence: true, linkPreviews: true } },
      { event: "session:ready", payload: ready },
    ];
  }

  private change(one: Kept, kind: "rename" | "pin" | "archive" | "mark"): ServerEventMessage[] {
    const { summary } = one;
    if (kind === "pin") one.summary = { ...summary, pinned: !summary.pinned };
    if (kind === "archive") one.summary = { ...summary, archived: !summary.archived };
    if (kind === "mark") one.summary = { ...summary, markedUnread: !summary.markedUnread };
    if (kind === "rename") one.summary = { ...summary, title: `title ${summary.rev}`, rev: summary.rev + 1 };
    return [{ event: "conversation:updated", payload: this.viewOf(one) }];
  }

  private alter(one: Kept, kind: "edit" | "delete", share: number): ServerEventMessage[] {
    const index = Math.floor(((one.messages.length - 1) * share) / 100);
    const before = one.messages[index];
    if (!before) return [];
    const how =
      kind === "edit"
        ? { content: `edit ${one.summary.rev + 1}`, mentions: this.names(one), editedAt: this.now() }
        : { content: "", mentions: [], deletedAt: this.now() };
    return this.replace(one, { ...before, ...how }, kind === "edit" ? "message:edited" : "message:deleted");
  }

  private put(one: Kept, isIn: boolean): ServerEventMessage[] {
    if (one.isIn === isIn) return [];
    one.isIn = isIn;
    one.summary = { ...one.summary, rev: one.summary.rev + 1 };
    return isIn ? [{ event: "conversation:created", payload: this.viewOf(one) }] : [];
  }

  /** Does it; returns what alice hears of it. */
  step(step: Step): ServerEventMessage[] {
    const one = this.all[step.in % this.all.length];
    if (!one) return [];
    if (step.do === "remove" || step.do === "return") return this.put(one, step.do === "return");
    if (!one.isIn) return [];
    if (step.do === "edit" || step.do === "delete") return this.alter(one, step.do, step.share);
    if (step.do === "send") return this.send(one, step.who);
    if (step.do === "deliver" || step.do === "read") return this.move(one, step);
    if (step.do === "block") return this.block(one);
    if (step.do === "mute") return this.mute(one);
    if (step.do === "fine") return this.fine(one);
    if (step.do === "share") return this.share();
    return this.change(one, step.do);
  }

  page(archived: boolean): ConversationPage {
    const items = this.kept.map((one) => this.viewOf(one)).filter((one) => one.archived === archived);
    return { items: items.sort(compareInList), nextCursor: null, totalUnread: this.totalUnread() };
  }

  /** The answers to everything that alice can ask over HTTP, as they are now. */
  answers(): Answers {
    const messages = this.kept.map((one): [string, Message[]] => [one.summary.id, [...one.messages]]);
    return { all: this.page(false), archived: this.page(true), messages };
  }

  /** What alice holds after reading everything anew. */
  fetch(): InboxState {
    return takeAnswers(emptyInbox(alice), this.answers(), emptyInbox(alice));
  }

  /** The newest messages of a conversation, as many as the window is long. */
  window(id: string, length: number): { messages: Message[]; hasOlder: boolean } {
    const messages = this.kept.find(({ summary }) => summary.id === id)?.messages ?? [];
    return { messages: messages.slice(-length), hasOlder: messages.length > length };
  }

  /** What a check compares. */
  check(): CheckAnswer {
    const views = this.kept.map((one) => this.viewOf(one));
    return { fingerprint: fingerprintOf(views), totalUnread: this.totalUnread() };
  }

  /** What changed after the cursors. */
  sync(cursors: Cursors): SyncAnswer {
    const changes = this.kept.map((one) => {
      const missed = one.messages.filter(({ rev }) => rev > (cursors[one.summary.id] ?? -1));
      return {
        conversation: this.viewOf(one),
        messages: missed.slice(-this.most),
        complete: missed.length <= this.most,
      };
    });
    const left = this.all.filter(({ isIn, summary }) => !isIn && summary.id in cursors);
    const gone = left.map(({ summary }) => ({
      conversation: { ...summary, membership: "left" as const, unreadCount: 0 },
      messages: [],
      complete: true,
    }));
    const unreadCounts = Object.fromEntries(this.kept.map((one) => [one.summary.id, this.viewOf(one).unreadCount]));
    const mentionedIn = this.kept.filter((one) => this.viewOf(one).mentioned).map(({ summary }) => summary.id);
    const counts = { unreadCounts, mentionedIn, totalUnread: this.totalUnread() };
    return { changes: [...changes, ...gone], ...counts, countedAt: this.now(), serverTime: this.now() };
  }
}
