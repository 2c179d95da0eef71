import { fail } from "./fail.ts";

/** So many may wait for one thing; beyond it a caller is told to come back. */
const WAITING_MAX = 200;

type Line = { last: Promise<unknown>; waiting: number };

/**
 * Lets what concerns one thing go on one after the other. Who waits for a locked row holds a connection of the database; a
 * crowd that wants the same row would hold them all, so it waits here instead.
 */
export const createTurns = () => {
  const lines = new Map<string, Line>();

  return {
    /** @throws {Failure} unavailable when too many wait already */
    take: async <Result>(key: string, work: () => Promise<Result>): Promise<Result> => {
      const line = lines.get(key) ?? { last: Promise.resolve(), waiting: 0 };
      if (line.waiting >= WAITING_MAX) throw fail("unavailable");
      lines.set(key, line);
      line.waiting += 1;
      const result = line.last.then(work);
      line.last = result.catch(() => undefined);
      try {
        return await result;
      } finally {
        line.waiting -= 1;
        if (line.waiting === 0) lines.delete(key);
      }
    },
  };
};
