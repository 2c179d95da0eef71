import type { SendMessage, SendReceipt } from "#lib/contract/messages.ts";
import type { Database } from "#lib/db/client.ts";
import type { Actor } from "../actor.ts";
import { createBatcher } from "../batcher.ts";
import type { UnreadAnnouncer } from "../conversations/unread.announcer.ts";
import type { JobQueue, Publisher } from "../ports.ts";
import type { ContentJudge } from "./content.policy.ts";
import type { DeliveryWatch } from "./delivery-watch.ts";
import type { HeldAnnouncer } from "./held.announcer.ts";
import { presentHeld } from "./held.presenter.ts";
import { type Head, type Outcome, type Plan, planSends, type Send } from "./send.policy.ts";
import { loadFacts, type OwnMark, type OwnView } from "./send.repository.ts";
import { ownMarks, wantedBy, writePlan } from "./send.writer.ts";

type Deps = {
  database: Database;
  publish: Publisher;
  unread: UnreadAnnouncer;
  deliveries: DeliveryWatch;
  jobs: JobQueue;
  content: ContentJudge;
  heldNews: HeldAnnouncer;
};

/** The most sends that share one transaction, and the most that may wait for one. */
const BATCH_SIZE = 64;
const WAITING_MAX = 5_000;

/** What was written, and whose marks have passed over what they had not read. */
export type Stored = { plan: Plan; caughtUp: OwnMark[]; views: OwnView[] };

const write = async ({ jobs, content }: Deps, transact: Database["write"], sends: Send[]): Promise<Stored> => {
  const { done, ...stored } = await transact(async (db) => {
    const facts = await loadFacts(db, wantedBy(sends));
    const plan = planSends(sends, facts, content.judge);
    const written = await writePlan(db, jobs, plan, facts);
    return { plan, ...written };
  });
  await done;
  return stored;
};

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

/** Tells of what was stored, once it is committed. */
export const createSendAnnouncer =
  ({ publish, unread, deliveries }: Pick<Deps, "publish" | "unread" | "deliveries">) =>
  (stored: Stored): void => {
    deliveries.stored("written", stored.plan.rows);
    const members = new Map(stored.plan.grown.map((head) => [head.id, head.members.map(({ userId }) => userId)]));
    for (const { message, actor } of stored.plan.news) {
      const reach = { socketId: actor.socketId, among: members.get(message.conversationId) ?? [] };
      publish.toConversation(message.conversationId, "message:received", message, reach);
    }
    for (const { userId, summary } of stored.views) publish.toUser(userId, "conversation:updated", summary);
    for (const head of stored.plan.grown) unread.touched(head.id, touched(stored, head));
  };

/** Stores sends in their order of arrival, many to a transaction, and tells of them once they are committed. */
export const createMessageSender = (deps: Deps) => {
  const { publish, content, heldNews } = deps;
  const tellOfSends = createSendAnnouncer(deps);

  const announce = (stored: Stored): void => {
    tellOfSends(stored);
    for (const row of stored.plan.held) publish.toUser(row.senderId, "message:held", presentHeld(row));
    if (stored.plan.held.length > 0) heldNews.moved();
  };

  const store = async (sends: Send[], transact = deps.database.byKeys.write): Promise<Outcome[]> => {
    const stored = await write(deps, transact, sends);
    announce(stored);
    return stored.plan.outcomes;
  };

  /** When a shared transaction fails, each conversation gets one of its own: one that is locked elsewhere stops nobody else. */
  const storeApart = async (sends: Send[]): Promise<(Outcome | { error: unknown })[]> => {
    const outcomes = new Map<Send, Outcome | { error: unknown }>();
    for (const group of byConversation(sends)) {
      const results = await store(group, deps.database.writeUnprepared).catch((error: unknown) => group.map(() => ({ error })));
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
    const outcome = await batcher.add({ actor, input, glance: content.glance(input.content) });
    if ("receipt" in outcome) return outcome.receipt;
    throw "failure" in outcome ? outcome.failure : outcome.error;
  };
};
