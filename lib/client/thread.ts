import type { Message, MessagePage } from "#lib/contract/messages.ts";
import { caughtUp, heldUpTo, type Revisions, withRevision } from "./revisions.ts";

/** The part of a conversation's messages that is held: a window without a hole, in seq order. */
export type Thread = {
  messages: readonly Message[];
  /** While the window is empty: the seq after which it begins. */
  emptyAt: number;
  /** Messages that came before their predecessors, in seq order: they join the window when the hole before them is filled. */
  early: readonly Message[];
  hasOlder: boolean;
  /** The window ends before the conversation does. */
  hasNewer: boolean;
  held: Revisions;
  /** Too much was missed to be told in one change: the window must be read anew. */
  stale: boolean;
};

type Reading = { messages: readonly Message[]; hasOlder: boolean; hasNewer: boolean };

/** A window that was read when the conversation had at least the revision `rev` and the newest message `lastSeq`. */
export const openThread = (
  { messages, hasOlder, hasNewer }: Reading,
  { rev, lastSeq }: { rev: number; lastSeq: number },
): Thread => ({
  messages,
  emptyAt: lastSeq,
  early: [],
  hasOlder,
  hasNewer,
  held: heldUpTo(rev),
  stale: false,
});

const bySeq = (left: Message, right: Message): number => left.seq - right.seq;
const sameAs =
  ({ messageId }: Message) =>
  (other: Message): boolean =>
    other.messageId === messageId;

/** The one of two versions of a message that is newer; the first when they are alike. */
export const newerOf = (held: Message, other: Message): Message => (other.rev > held.rev ? other : held);

const replace = (messages: readonly Message[], message: Message): readonly Message[] => {
  const index = messages.findIndex(sameAs(message));
  const held = messages[index];
  if (!held || newerOf(held, message) === held) return messages;
  return messages.with(index, message);
};

const holds = (messages: readonly Message[], message: Message): boolean => messages.some(sameAs(message));

/** The seq up to which the window reaches. */
const endOf = ({ messages, emptyAt }: Thread): number => messages.at(-1)?.seq ?? emptyAt;

const absorb = (thread: Thread): Thread => {
  const early = [...thread.early];
  const next: Message[] = [];
  for (let end = endOf(thread) + 1; early[0]?.seq === end; end += 1) next.push(...early.splice(0, 1));
  return next.length === 0 ? thread : { ...thread, messages: [...thread.messages, ...next], early };
};

const add = (thread: Thread, message: Message): Thread =>
  thread.hasNewer || message.seq <= endOf(thread) ? thread : absorb({ ...thread, early: [...thread.early, message].sort(bySeq) });

/** Takes a message as it is now: in place of an older version, at an end, or aside until the hole before it is filled. */
export const takeMessage = (thread: Thread, message: Message): Thread => {
  if (holds(thread.messages, message)) {
    const messages = replace(thread.messages, message);
    return messages === thread.messages ? thread : { ...thread, messages };
  }
  if (holds(thread.early, message)) return { ...thread, early: replace(thread.early, message) };
  return add(thread, message);
};

/** A message as news: its revision counts as held. */
export const hearMessage = (thread: Thread, message: Message): Thread => {
  const taken = takeMessage(thread, message);
  const held = withRevision(taken.held, message.rev);
  return held === taken.held ? taken : { ...taken, held };
};

/** Every change up to `rev` is in the thread. */
export const caughtUpThread = (thread: Thread, rev: number): Thread => ({ ...thread, held: caughtUp(thread.held, rev) });

/** The page before the window. */
export const withOlder = (thread: Thread, page: MessagePage): Thread => {
  const known = page.messages.reduce(takeKnown, thread);
  const first = known.messages[0]?.seq ?? Number.POSITIVE_INFINITY;
  const older = page.messages.filter(({ seq }) => seq < first);
  return { ...known, messages: [...older, ...known.messages], hasOlder: page.hasMore };
};

/** The page after the window. */
export const withNewer = (thread: Thread, page: MessagePage): Thread => {
  const known = page.messages.reduce(takeKnown, thread);
  const last = endOf(known);
  const newer = page.messages.filter(({ seq }) => seq > last);
  const end = newer.at(-1)?.seq ?? last;
  const early = known.early.filter(({ seq }) => seq > end);
  return absorb({ ...known, messages: [...known.messages, ...newer], early, hasNewer: page.hasMore });
};

const takeKnown = (thread: Thread, message: Message): Thread =>
  holds(thread.messages, message) || holds(thread.early, message) ? takeMessage(thread, message) : thread;

/** A window that was read anew, with what the former one has learnt meanwhile. */
export const renewed = (fresh: Thread, former: Thread | undefined): Thread =>
  former ? [...former.messages, ...former.early].reduce(takeMessage, fresh) : fresh;
