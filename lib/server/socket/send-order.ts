import { limits } from "#lib/contract/limits.ts";

type Line = { next: number; held: Map<number, () => void>; timer: NodeJS.Timeout | undefined };

type Options = { maxHeld?: number; maxMs?: number };

/** More lines than anybody writes in at once; the oldest is forgotten first. */
const MAX_LINES = 1_000;

/**
 * Lets the messages of one connection start in the order in which they were written. One that is early waits for its
 * predecessors, but only so long and so many (protocol.md, section 3): a lost predecessor must not hold up the rest.
 * Nothing is refused for its order.
 */
export const createSendOrder = ({ maxHeld = limits.heldMessages, maxMs = limits.heldMs }: Options = {}) => {
  const lines = new Map<string, Line>();
  let heldInAll = 0;

  const lineOf = (conversationId: string): Line => {
    const line = lines.get(conversationId) ?? { next: 1, held: new Map(), timer: undefined };
    lines.set(conversationId, line);
    if (lines.size > MAX_LINES) forgetOldest();
    return line;
  };

  const start = (line: Line, sequence: number): void => {
    const run = line.held.get(sequence);
    if (line.held.delete(sequence)) heldInAll -= 1;
    line.next = Math.max(line.next, sequence + 1);
    run?.();
  };

  const startFollowers = (line: Line): void => {
    while (line.held.has(line.next)) start(line, line.next);
    if (line.held.size > 0) return;
    clearTimeout(line.timer);
    line.timer = undefined;
  };

  const startAll = (line: Line): void => {
    for (const sequence of [...line.held.keys()].sort((one, other) => one - other)) start(line, sequence);
    startFollowers(line);
  };

  const forgetOldest = (): void => {
    const [oldest] = lines;
    if (!oldest) return;
    startAll(oldest[1]);
    lines.delete(oldest[0]);
  };

  const hold = (line: Line, sequence: number, run: () => void): void => {
    const repeated = line.held.get(sequence);
    if (!repeated) heldInAll += 1;
    line.held.set(sequence, () => {
      repeated?.();
      run();
    });
    line.timer ??= setTimeout(() => {
      line.timer = undefined;
      startAll(line);
    }, maxMs);
    if (heldInAll > maxHeld) startAll(line);
  };

  const arriveInLine = (line: Line, sequence: number, run: () => void): void => {
    if (sequence > line.next) {
      hold(line, sequence, run);
      return;
    }
    run();
    line.next = Math.max(line.next, sequence + 1);
    startFollowers(line);
  };

  return {
    /** Starts `run` in its turn: at once, or when its predecessors have started. Without a sequence arrival is the order. */
    arrive: (conversationId: string, sequence: number | undefined, run: () => void): void => {
      if (sequence === undefined) run();
      else arriveInLine(lineOf(conversationId), sequence, run);
    },

    /** The connection is gone: what it wrote is stored all the same. */
    close: (): void => {
      for (const line of lines.values()) startAll(line);
      lines.clear();
    },
  };
};
export type SendOrder = ReturnType<typeof createSendOrder>;
