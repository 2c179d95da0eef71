import type { SendMessage, SendReceipt } from "#lib/contract/messages.ts";
import type { Database, Db } from "#lib/db/client.ts";
import type { Actor } from "../actor.ts";
import { createBatcher } from "../batcher.ts";
import type { UnreadAnnouncer } from "../conversations/unread.announcer.ts";
import type { JobQueue, Publisher } from "../ports.ts";
import type { ContentJudge } from "./content.policy.ts";
import type { DeliveryWatch } from "./delivery-watch.ts";
import { whoToTell } from "./reach.policy.ts";
import { type Facts, type Head, type Outcome, type Plan, planSends, type Send } from "./send.policy.ts";
import { loadFacts, type OwnMark, writeSends } from "./send.repository.ts";

type Deps = {
  database: Database;
  publish: Publisher;
  unread: UnreadAnnouncer;
  deliveries: DeliveryWatch;
  jobs: JobQueue;
  content: ContentJudge;
};

/** The most sends that share one transaction, and the most that may wait for one. */
const BATCH_SIZE = 64;
const WAITING_MAX = 5_000;

/** Who looks at a conversation has read by then what came; a burst is told of once. */
const TOLD_AFTER_MS = 2_000;

const wantedBy = (sends: Send[]) => ({
  conversationIds: [...new Set(sends.map(({ input }) => input.conversationId))],
  senderIds: [...new Set(sends.map(({ actor }) => actor.userId))],
  messages: sends.flatMap(({ input: { conversationId, messageId, replyToId } }) =>
    [messageId, ...(replyToId ? [replyToId] : [])].map((id) => ({ conversationId, id })),
  ),
  suspectIds: [...new Set(sends.filter(({ isSuspect }) => isSuspect).map(({ input }) => input.conversationId))],
});

/** The last message of each sender in each conversation: that far the sender has read. */
const ownMarks = ({ news }: Plan): OwnMark[] => {
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
    const before = heads.get(conversationId)?.members.find((member) => member.userId === userId)?.readSeq ?? 0;
    const firstOwn = rows.find((row) => row.conversationId === conversationId && row.senderId === userId)?.seq ?? 0;
    return before < firstOwn - 1;
  });

type Stored = { plan: Plan; caughtUp: OwnMark[] };

const tell = (db: Db, jobs: JobQueue, plan: Plan, facts: Facts): Promise<void> => {
  const wanted = whoToTell(plan, facts).map((payload) => ({
    key: `message ${payload.conversationId} ${payload.userId}`,
    payload,
  }));
  return jobs.addKeyed(db, "message:deliver", wanted, new Date(facts.now.getTime() + TOLD_AFTER_MS));
};

const write = ({ database, jobs, content }: Deps, sends: Send[]): Promise<Stored> =>
  database.write(async (db) => {
    const facts = await loadFacts(db, wantedBy(sends));
    const plan = planSends(sends, facts, content.judge);
    const marks = ownMarks(plan);
    const caughtUp = passing(marks, plan, facts);
    await Promise.all([
      writeSends(db, { rows: plan.rows, grown: plan.grown, marks, repliesTo: caughtUp, now: facts.now }),
      tell(db, jobs, plan, facts),
    ]);
    return { plan, caughtUp };
  });

const isAmong = (marks: OwnMark[], conversationId: string, userId: string): boolean =>
  marks.some((mark) => mark.conversationId === conversationId && mark.userId === userId);

/** Whose unread count may have moved: everybody's but that of whoever wrote last and had nothing unread. */
const touched = ({ plan, caughtUp }: Stored, { id, lastSeq, members }: Head): string[] => {
  const last = ownMarks(plan).filter(({ conversationId, seq }) => conversationId === id && seq === lastSeq);
  return members.map(({ userId }) => userId).filter((userId) => !isAmong(last, id, userId) || isAmong(caughtUp, id, userId));
};

/** The sends of each conversation, in their order. */
const byConversation = (sends: Send[]): Send[][] => {
  const groups = new Map<string, Send[]>();
  for (const send of sends) groups.set(send.input.conversationId, [...(groups.get(send.input.conversationId) ?? []), send]);
  return [...groups.values()];
};

/** Stores sends in their order of arrival, many to a transaction, and tells of them once they are committed. */
export const createMessageSender = (deps: Deps) => {
  const { publish, unread, deliveries, content } = deps;

  const announce = (stored: Stored): void => {
    deliveries.stored("written", stored.plan.rows);
    for (const { message, actor } of stored.plan.news) {
      publish.toConversation(message.conversationId, "message:received", message, { socketId: actor.socketId });
    }
    for (const head of stored.plan.grown) unread.touched(head.id, touched(stored, head));
  };

  const store = async (sends: Send[]): Promise<Outcome[]> => {
    const stored = await write(deps, sends);
    announce(stored);
    return stored.plan.outcomes;
  };

  /** When a shared transaction fails, each conversation gets one of its own: one that is locked elsewhere stops nobody else. */
  const storeApart = async (sends: Send[]): Promise<(Outcome | { error: unknown })[]> => {
    const outcomes = new Map<Send, Outcome | { error: unknown }>();
    for (const group of byConversation(sends)) {
      const results = await store(group).catch((error: unknown) => group.map(() => ({ error })));
      group.forEach((send, index) => {
        outcomes.set(send, results[index] ?? { error: new Error("a send got no outcome") });
      });
    }
    return sends.map((send) => outcomes.get(send) ?? { error: new Error("a send got no outcome") });
  };

  const batcher = createBatcher<Send, Outcome | { error: unknown }>({
    size: BATCH_SIZE,
    capacity: WAITING_MAX,
    run: (sends) => store(sends).catch(() => storeApart(sends)),
  });

  return async (actor: Actor, input: SendMessage): Promise<SendReceipt> => {
    const outcome = await batcher.add({ actor, input, isSuspect: content.isSuspect(input.content) });
    if ("receipt" in outcome) return outcome.receipt;
    throw "failure" in outcome ? outcome.failure : outcome.error;
  };
};
