import type { Attachment } from "#lib/contract/messages.ts";
import type { Db } from "#lib/db/client.ts";
import type { JobQueue } from "../ports.ts";
import { type Attached, attach } from "./attached.repository.ts";
import { writeHeld } from "./held-send.repository.ts";
import { lookAtLinks } from "./link-preview.writer.ts";
import { type Recipient, whoToTell } from "./reach.policy.ts";
import type { Facts, Plan, Send } from "./send.policy.ts";
import { beginSends, bringBack, type OwnMark, type OwnView, type Wanted } from "./send.repository.ts";
import { isWorthAMark } from "./send-verdict.policy.ts";

/** Who looks at a conversation has read by then what came; a burst is told of once. */
const TOLD_AFTER_MS = 2_000;

/** What judging these sends takes. */
export const wantedBy = (sends: Send[]): Wanted => ({
  conversationIds: [...new Set(sends.map(({ input }) => input.conversationId))],
  senderIds: [...new Set(sends.map(({ actor }) => actor.userId))],
  messages: sends.flatMap(({ input: { conversationId, messageId, replyToId } }) =>
    [messageId, ...(replyToId ? [replyToId] : [])].map((id) => ({ conversationId, id })),
  ),
  sentIds: sends.map(({ input }) => input.messageId),
  suspectIds: [...new Set(sends.filter(({ glance }) => glance.isSuspect).map(({ input }) => input.conversationId))],
  watched: sends
    .filter(({ glance }) => isWorthAMark(glance))
    .map(({ actor: { userId, sessionId }, input: { conversationId } }) => ({ userId, sessionId, conversationId })),
  uploadIds: sends.flatMap(({ input }) => input.attachmentIds),
});

/** The last message of each sender in each conversation: that far the sender has read. */
export const ownMarks = ({ news }: Plan): OwnMark[] => {
  const marks = news.map(({ message }) => ({
    conversationId: message.conversationId,
    userId: message.senderId,
    seq: message.seq,
  }));
  return [...new Map(marks.map((mark) => [`${mark.conversationId} ${mark.userId}`, mark])).values()];
};

/** Those of the marks that pass over messages which their person had not read yet. */
const passing = (marks: OwnMark[], { rows }: Plan, { heads }: Facts): OwnMark[] =>
  marks.filter(({ conversationId, userId }) => {
    const before = heads.get(conversationId)?.members.find((member) => member.userId === userId)?.writer?.readSeq ?? 0;
    const firstOwn = rows.find((row) => row.conversationId === conversationId && row.senderId === userId)?.seq ?? 0;
    return before < firstOwn - 1;
  });

/** Has these told of what they have not read by then. */
export const tell = (db: Db, jobs: JobQueue, recipients: Recipient[], now: Date): Promise<void> => {
  const wanted = recipients.map((payload) => ({ key: `message ${payload.conversationId} ${payload.userId}`, payload }));
  return jobs.addKeyed(db, "message:deliver", wanted, new Date(now.getTime() + TOLD_AFTER_MS));
};

/** Who reads what such an account wrote is warned, once the money words of a new sign-in have had to wait. */
const warn = async (db: Db, jobs: JobQueue, { held, marks }: Plan, { now }: Facts): Promise<void> => {
  const risky = new Set(marks.filter(({ isRisky }) => isRisky).map(({ messageId }) => messageId));
  const userIds = new Set(held.filter(({ id }) => risky.has(id)).map(({ senderId }) => senderId));
  if (userIds.size === 0) return;
  const wanted = [...userIds].map((userId) => ({ key: `takeover ${userId}`, payload: { userId } }));
  await jobs.addKeyed(db, "takeover:warn", wanted, now);
};

/** The files of what is written, and of what has to wait. */
const attachedIn = ({ rows, held }: Plan): Attached[] => {
  const of = (messages: { id: string; attachments?: Attachment[] | undefined }[], state: Attached["state"]): Attached[] =>
    messages.flatMap(({ id, attachments = [] }) =>
      attachments.length > 0 ? [{ messageId: id, ids: attachments.map((attachment) => attachment.id), state }] : [],
    );
  return [...of(rows, "sent"), ...of(held, "held")];
};

/** What came of a plan: the marks that have passed over what their person had not read, and the views that it has changed. */
type Written = { caughtUp: OwnMark[]; views: OwnView[]; done: Promise<unknown> };

/** Writes a plan in its transaction. `done` is to be awaited after it: it says whether the plan is stored. */
export const writePlan = async (db: Db, jobs: JobQueue, plan: Plan, facts: Facts): Promise<Written> => {
  const marks = ownMarks(plan);
  const caughtUp = passing(marks, plan, facts);
  const { rows, grown, marks: remembered } = plan;
  const { done } = await beginSends(db, { rows, grown, marks, repliesTo: caughtUp, remembered, now: facts.now });
  await Promise.all([
    writeHeld(db, plan.held),
    attach(db, attachedIn(plan)),
    tell(db, jobs, whoToTell(plan, facts), facts.now),
    warn(db, jobs, plan, facts),
    lookAtLinks(db, jobs, plan.rows, facts.now),
  ]);
  return { caughtUp, views: await bringBack(db, plan.grown), done };
};
