/** What a device keeps of a message. */
export type Kept = { seq: number; rev: number; msgId: string; hash: string };

type Thread = { held: Kept[]; early: Map<number, Kept> };

/**
 * What one device holds of its conversations: one message after the other, by seq. What comes early waits for what is
 * missing; what comes again is dropped. `onTaken` is told of each message as it is taken in.
 */
export const createMirror = (onTaken: (conv: string, kept: Kept) => void) => {
  const threads = new Map<string, Thread>();
  const threadOf = (conv: string): Thread => {
    const thread = threads.get(conv) ?? { held: [], early: new Map() };
    threads.set(conv, thread);
    return thread;
  };
  const nextOf = ({ held }: Thread): number => (held.at(-1)?.seq ?? 0) + 1;

  return {
    /** Makes room for a conversation, so that its cursor is named. */
    open: (conv: string): void => {
      threadOf(conv);
    },

    /** Resolves to whether something is missing before it. */
    take: (conv: string, kept: Kept): boolean => {
      const thread = threadOf(conv);
      if (kept.seq >= nextOf(thread)) thread.early.set(kept.seq, kept);
      for (let next = thread.early.get(nextOf(thread)); next; next = thread.early.get(nextOf(thread))) {
        thread.early.delete(next.seq);
        thread.held.push(next);
        onTaken(conv, next);
      }
      return thread.early.size > 0;
    },

    /** The seq up to which nothing is missing. */
    top: (conv: string): number => threadOf(conv).held.at(-1)?.seq ?? 0,
    /** The rev up to which nothing is missing, of every conversation. */
    cursors: (): Record<string, number> =>
      Object.fromEntries([...threads].map(([conv, { held }]) => [conv, held.at(-1)?.rev ?? 0])),
    held: (conv: string): Kept[] => threadOf(conv).held,
    conversations: (): string[] => [...threads.keys()],
  };
};
