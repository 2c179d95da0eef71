import type { Answer, ErrorCode } from "#lib/contract/errors.ts";
import type { ServerEventMessage } from "#lib/contract/events.ts";
import type { Message } from "#lib/contract/messages.ts";
import type { OutboxEntry, Stored } from "../outbox-entry.ts";
import { type alice, type bob, message } from "./conversations.ts";
import { type Kept, ModelServer } from "./model-server.ts";

/** A text that begins so is refused for good. */
export const REFUSED = "refused";

/** The answer to the one who asks, and what every device hears. */
export type Outcome = { answer: Answer<Stored>; news: ServerEventMessage[] };

type Person = typeof alice | typeof bob;
type Change = Pick<OutboxEntry, "conversationId" | "content"> & { change: NonNullable<OutboxEntry["change"]> };

const refusal = (code: ErrorCode, details?: unknown): Outcome => ({
  answer: { ok: false, error: { code, message: code, retryable: false, details } },
  news: [],
});
const events = {
  edit: "message:edited",
  delete: "message:deleted",
  react: "message:reaction",
  unreact: "message:reaction",
} as const;

const reactionsAfter = (reactions: Message["reactions"], emoji: string, userId: string, adds: boolean) => {
  const others = reactions.map((one) => ({ ...one, userIds: one.userIds.filter((id) => id !== userId || one.emoji !== emoji) }));
  const known = others.some((one) => one.emoji === emoji) ? others : [...others, { emoji, userIds: [] }];
  const after = known.map((one) => (adds && one.emoji === emoji ? { ...one, userIds: [...one.userIds, userId] } : one));
  return after.filter(({ userIds }) => userIds.length > 0);
};

/** The server as an outbox sees it: stores each message once and takes each change as the real one does. */
export class OutboxServer extends ModelServer {
  private place(conversationId: string): Kept {
    const place = this.all.find(({ summary }) => summary.id === conversationId);
    if (!place) throw new Error("There is no such conversation.");
    return place;
  }

  find(conversationId: string, messageId: string): Message | undefined {
    return this.place(conversationId).messages.find((one) => one.messageId === messageId);
  }

  messages(conversationId: string): readonly Message[] {
    return this.place(conversationId).messages;
  }

  /** A message of somebody's, or one that they say again. */
  says(
    person: Person,
    { conversationId, messageId, content }: Pick<OutboxEntry, "conversationId" | "messageId" | "content">,
  ): Outcome {
    const held = this.find(conversationId, messageId);
    if (!held && content.startsWith(REFUSED)) return refusal("content_rejected");
    const news = held ? [] : this.store(this.place(conversationId), person, { messageId, content });
    const stored = held ?? this.find(conversationId, messageId);
    if (!stored) throw new Error("It was not stored.");
    const { seq, rev, createdAt } = stored;
    const receipt = { conversationId, messageId, seq, rev, status: "sent" as const, createdAt, duplicate: held !== undefined };
    return { answer: { ok: true, data: held ? { ...receipt, message: held } : receipt }, news };
  }

  /** One of alice's other words, reactions and deletions, or one of bob's. */
  changes(person: Person, { conversationId, content, change: { kind, of } }: Change): Outcome {
    const before = this.find(conversationId, of);
    if (!before) return refusal("not_found");
    if ((kind === "edit" || kind === "delete") && before.senderId !== person) return refusal("forbidden");
    if (before.deletedAt && kind !== "delete") return refusal("conflict", { gone: true });
    if (kind === "edit" && content !== before.content && content.startsWith(REFUSED)) return refusal("content_rejected");
    const after = this.after(before, person, kind, content);
    if (!after) return { answer: { ok: true, data: before }, news: [] };
    const news = this.replace(this.place(conversationId), after, events[kind]);
    return { answer: { ok: true, data: this.find(conversationId, of) ?? after }, news };
  }

  takes(person: Person, entry: OutboxEntry): Outcome {
    const { change } = entry;
    return change ? this.changes(person, { ...entry, change }) : this.says(person, entry);
  }

  /** Nothing where it is so already. */
  private after(before: Message, person: Person, kind: Change["change"]["kind"], content: string): Message | undefined {
    const { reactions } = before;
    switch (kind) {
      case "edit":
        return content === before.content ? undefined : { ...before, content, editedAt: this.now() };
      case "delete":
        return before.deletedAt ? undefined : { ...before, content: "", reactions: [], deletedAt: this.now() };
      default: {
        const isThere = reactions.some(({ emoji, userIds }) => emoji === content && userIds.includes(person));
        if (isThere === (kind === "react")) return undefined;
        return { ...before, reactions: reactionsAfter(reactions, content, person, kind === "react") };
      }
    }
  }

  private store(place: Kept, senderId: Person, given: Pick<Message, "messageId" | "content">): ServerEventMessage[] {
    const { id, lastSeq, rev, participants } = place.summary;
    const senderName = participants.find(({ userId }) => userId === senderId)?.name ?? "";
    const about = { ...given, conversationId: id, rev: rev + 1, senderId, senderName, createdAt: this.now() };
    return this.push(place, message(lastSeq + 1, about));
  }
}
