import type { Attachment, Message, SendMessage, SendReceipt, SentStatus } from "#lib/contract/messages.ts";
import type { Actor } from "../actor.ts";
import { type Failure, fail } from "../fail.ts";
import { attachmentsFor, fitsKind, type UploadFact } from "./attached.policy.ts";
import type { ContentJudge, Found, Glance, Standing } from "./content.policy.ts";
import type { NewHeld, NewMark } from "./held-send.repository.ts";
import type { NewMessage } from "./message.writer.ts";
import { type MarksViewer, type MemberMarks, marksFor } from "./receipt.policy.ts";
import { type Composed, compose, heldRowOf, receiptOf, rowOf } from "./send.composer.ts";
import {
  answerHeld,
  bounced,
  type HeldFact,
  hasTooMuchWaiting,
  isWorthAMark,
  judgeSend,
  type SenderRecord,
  type SentMark,
  waits,
} from "./send-verdict.policy.ts";

/** `glance`: what the text says by itself. */
export type Send = { actor: Actor; input: SendMessage; glance: Glance };

/** What matters of who writes alone. */
export type Writer = {
  readSeq: number;
  sharesReceipts: boolean;
  /** May read and not write until then; null for whoever may write now. */
  silencedUntil: Date | null;
};

/** As little as judging takes: a message to a group loads two hundred of them. */
export type Member = {
  userId: string;
  /** Sees what comes after it. */
  hiddenSeq: number;
  /** The member's own newest message. */
  sentSeq: number;
  /** Has a browser or an app that is told of what is written while nobody looks. */
  isReachable: boolean;
  /** Has silenced the conversation. */
  isMuted: boolean;
  /** Has archived the conversation and not silenced it: what is new brings it back. */
  isAway: boolean;
  /** Null for whoever only reads. */
  writer: Writer | null;
};

/** A locked conversation: nobody else can raise its numbers before this transaction ends. */
export type Head = {
  id: string;
  kind: "direct" | "group" | "support";
  lastSeq: number;
  rev: number;
  activeAt: Date;
  members: Member[];
};

export type Facts = {
  heads: Map<string, Head>;
  /** Messages that are stored already, by `messageKey`: repeats, and what is answered. */
  stored: Map<string, Message>;
  /** How far all have got, of the conversations into which something is sent again. */
  marks: Map<string, MemberMarks[]>;
  /** Pairs of people of whom one blocks the other, by `pairKey`. */
  blocked: Set<string>;
  /** Conversations with a booking that is confirmed; known of those only into which something suspect is sent. */
  booked: Set<string>;
  /** What waits for a moderator under these ids or was refused by one, by `messageKey`. */
  held: Map<string, HeldFact>;
  /** What is known of senders, by `senderKey`; of those only whose text is worth a second look. */
  records: Map<string, SenderRecord>;
  /** Uploads that are named, by id. */
  uploads: Map<string, UploadFact>;
  now: Date;
};

export type Outcome = { receipt: SendReceipt } | { failure: Failure };

export type Plan = {
  /** One for each send, in their order. */
  outcomes: Outcome[];
  rows: NewMessage[];
  /** The new messages as the wire shows them, with the socket that each came from. */
  news: { message: Message; actor: Actor }[];
  /** The conversations that grew, with their new numbers. */
  grown: Head[];
  /** What has to wait for a moderator: it takes no place. */
  held: NewHeld[];
  /** What is to be remembered of what was sent. */
  marks: NewMark[];
};

export const messageKey = (conversationId: string, messageId: string): string => `${conversationId} ${messageId}`;
/** What is known of somebody depends on where they have signed in. */
export const senderKey = ({ userId, sessionId }: Pick<Actor, "userId" | "sessionId">): string => `${userId} ${sessionId}`;
export const pairKey = (one: string, other: string): string => (one < other ? `${one} ${other}` : `${other} ${one}`);

/** How far a message has got with everybody but its sender, as far as the sender may know. */
export const statusOf = (seq: number, sender: MarksViewer, members: MemberMarks[]): SentStatus => {
  const others = members.filter(({ userId }) => userId !== sender.userId).map((member) => marksFor(sender, member));
  if (others.length === 0) return "sent";
  if (others.every(({ readSeq }) => readSeq >= seq)) return "read";
  return others.every(({ deliveredSeq }) => deliveredSeq >= seq) ? "delivered" : "sent";
};

const isMember = (head: Head | undefined, userId: string): boolean =>
  head?.members.some((member) => member.userId === userId) ?? false;

const malformed = (path: string, message: string): Failure => fail("validation_failed", { details: [{ path: [path], message }] });

/** Why somebody may not write at all at the moment, or nothing. */
export const suspensionIn = ({ members }: Pick<Head, "members">, userId: string): Failure | undefined => {
  const until = members.find((member) => member.userId === userId)?.writer?.silencedUntil;
  return until ? fail("suspended", { details: { until: until.toISOString() } }) : undefined;
};

/** What is hidden from a member is not there. */
const canAnswer = ({ members }: Head, userId: string, message: Message | undefined): boolean =>
  members.some((member) => member.userId === userId && message !== undefined && message.seq > member.hiddenSeq);

/** Why these may not be named in the message of that place, if so: only who is in the conversation and sees it. */
export const refusalOfMentions = ({ members }: Pick<Head, "members">, mentions: string[], seq: number): Failure | undefined =>
  mentions.every((id) => members.some(({ userId, hiddenSeq }) => userId === id && hiddenSeq < seq))
    ? undefined
    : malformed("mentions", "may name participants only");

/** Why this may not be sent, if so. What is stored already is never refused: that was answered before. */
const refusal = ({ actor, input }: Send, head: Head | undefined, { stored, blocked, uploads }: Facts): Failure | undefined => {
  if (!head || !isMember(head, actor.userId)) return fail("not_participant");
  if (stored.has(messageKey(head.id, input.messageId))) return fail("conflict", { message: "This message id is in use." });
  const silenced = suspensionIn(head, actor.userId);
  if (silenced) return silenced;
  const isBlocked = head.members.some(({ userId }) => blocked.has(pairKey(actor.userId, userId)));
  if (head.kind === "direct" && isBlocked) return fail("blocked");
  if (input.replyToId && !canAnswer(head, actor.userId, stored.get(messageKey(head.id, input.replyToId))))
    return malformed("replyToId", "is no message of this conversation");
  const attachments = attachmentsFor({ userId: actor.userId, input }, uploads);
  if (!attachments) return malformed("attachmentIds", "must name uploads of yours that are finished and not sent, each once");
  if (!fitsKind(input.kind, attachments)) return malformed("kind", "must be what the attachments are");
  return refusalOfMentions(head, input.mentions, head.lastSeq + 1);
};

const hasWritten = ({ sentSeq }: Member): boolean => sentSeq > 0;

/** People who have all written are no strangers any more. */
export const standingOf = ({ id, members }: Head, { booked }: Facts): Standing => ({
  stage: booked.has(id) ? "after_booking" : "before_booking",
  relation: members.every(hasWritten) ? "known" : "first_contact",
});

const viewerIn = (head: Head | undefined, userId: string): MarksViewer => {
  const writer = head?.members.find((member) => member.userId === userId)?.writer;
  return { userId, sharesReceipts: writer?.sharesReceipts ?? true };
};

/** Of what is in the same batch nobody has heard yet: then there are no marks. */
const duplicateOf = ({ actor }: Send, message: Message, head: Head | undefined, { marks }: Facts): SendReceipt => ({
  conversationId: message.conversationId,
  messageId: message.messageId,
  seq: message.seq,
  rev: message.rev,
  status: statusOf(message.seq, viewerIn(head, actor.userId), marks.get(message.conversationId) ?? []),
  createdAt: message.createdAt,
  duplicate: true,
  message,
});

const copyOf = (records: Map<string, SenderRecord>): Map<string, SenderRecord> =>
  new Map([...records].map(([key, record]) => [key, { ...record, recent: [...record.recent] }]));

/** The next one of the same batch is judged by it too, from wherever its sender has signed in. */
const remember = (records: Map<string, SenderRecord>, userId: string, mark: SentMark, isHeld: boolean): void => {
  for (const [key, record] of records) {
    if (!key.startsWith(userId)) continue;
    record.recent.push(mark);
    if (isHeld) record.waiting += 1;
  }
};

/** The next one of the same batch finds it taken. */
const claim = (uploads: Facts["uploads"], id: string, by: Pick<UploadFact, "messageId" | "isSent">): void => {
  const upload = uploads.get(id);
  if (upload) uploads.set(id, { ...upload, ...by });
};

/** Who has written is no stranger to the next of the same batch. */
const markOwn = (head: Head, senderId: string): Head => ({
  ...head,
  members: head.members.map((member) => (member.userId === senderId ? { ...member, sentSeq: head.lastSeq } : member)),
});

/** The conversation after one more message. Its time never runs back, whatever the clocks of several nodes say. */
const grow = (head: Head, now: Date): Head => ({
  ...head,
  lastSeq: head.lastSeq + 1,
  rev: head.rev + 1,
  activeAt: now > head.activeAt ? now : head.activeAt,
});

/** What judging goes by: the facts, and what the sends before in the same batch have made of them. */
type Batch = Pick<Facts, "heads" | "stored" | "held" | "records" | "uploads"> & { facts: Facts; plan: Plan };

const begin = (facts: Facts): Batch => ({
  facts,
  heads: new Map(facts.heads),
  stored: new Map(facts.stored),
  held: new Map(facts.held),
  records: copyOf(facts.records),
  uploads: new Map(facts.uploads),
  plan: { outcomes: [], rows: [], news: [], grown: [], held: [], marks: [] },
});

/** Puts down what is to be remembered of a send, whether it goes out or has to wait. */
const note = ({ records, plan }: Batch, { actor, input }: Send, mark: SentMark, isHeld: boolean): void => {
  remember(records, actor.userId, mark, isHeld);
  plan.marks.push({ ...mark, messageId: input.messageId, senderId: actor.userId, sessionId: actor.sessionId });
};

/** Lets a message wait for a moderator: it takes no place. */
const keepBack = ({ held, plan, facts }: Batch, send: Send, found: Found, attachments: Attachment[]): Outcome => {
  const key = messageKey(send.input.conversationId, send.input.messageId);
  held.set(key, { senderId: send.actor.userId, state: "waiting", rules: found.rules, reason: null });
  plan.held.push(heldRowOf(send, { found, attachments, heldAt: facts.now }));
  return { failure: waits(found.rules) };
};

/** Gives a message its place. */
const place = (
  { heads, stored, plan, facts }: Batch,
  send: Send,
  head: Head,
  found: Pick<Composed, "notices" | "attachments">,
): Outcome => {
  const { actor, input } = send;
  const answered = input.replyToId ? stored.get(messageKey(head.id, input.replyToId)) : undefined;
  const next = grow(head, facts.now);
  const composed = { head: next, answered, ...found };
  const message = compose(send, composed);
  heads.set(head.id, markOwn(next, actor.userId));
  stored.set(messageKey(head.id, input.messageId), message);
  plan.rows.push(rowOf(message, send, composed));
  plan.news.push({ message, actor });
  return { receipt: receiptOf(message) };
};

const planOne = (batch: Batch, send: Send, judge: ContentJudge["judge"]): Outcome => {
  const { actor, input, glance } = send;
  const { facts, uploads } = batch;
  const head = batch.heads.get(input.conversationId);
  const key = messageKey(input.conversationId, input.messageId);
  const known = batch.stored.get(key);
  if (known?.senderId === actor.userId) return { receipt: duplicateOf(send, known, head, facts) };
  const kept = batch.held.get(key);
  const failure =
    isMember(head, actor.userId) && kept
      ? answerHeld(kept, actor.userId)
      : refusal(send, head, { ...facts, stored: batch.stored, uploads });
  if (failure || !head) return { failure: failure ?? fail("not_participant") };
  const record = isWorthAMark(glance) ? batch.records.get(senderKey(actor)) : undefined;
  const judged = { ...input, glance, standing: standingOf(head, facts), record, now: facts.now };
  const { verdict, isRisky } = judgeSend(judged, judge);
  if ("failure" in verdict) return verdict;
  const isHeld = "hold" in verdict;
  if (isHeld && (!record || hasTooMuchWaiting(record))) return { failure: bounced(verdict.hold.rules) };
  const mark = { conversationId: head.id, fingerprint: glance.fingerprint, isRisky, at: facts.now };
  if (record) note(batch, send, mark, isHeld);
  const attachments = attachmentsFor({ userId: actor.userId, input }, uploads) ?? [];
  for (const { id } of attachments) claim(uploads, id, { messageId: input.messageId, isSent: !isHeld });
  if (isHeld) return keepBack(batch, send, verdict.hold, attachments);
  return place(batch, send, head, { notices: verdict.notices, attachments });
};

/**
 * Judges sends in their order of arrival and gives each that passes its place. Pure: the facts are loaded under the
 * conversations' locks, and what comes out is to be written in the same transaction. One refusal fails nobody else.
 */
export const planSends = (sends: Send[], facts: Facts, judge: ContentJudge["judge"]): Plan => {
  const batch = begin(facts);
  const outcomes = sends.map((send) => planOne(batch, send, judge));
  const grownIds = new Set(batch.plan.rows.map(({ conversationId }) => conversationId));
  return { ...batch.plan, outcomes, grown: [...batch.heads.values()].filter(({ id }) => grownIds.has(id)) };
};
