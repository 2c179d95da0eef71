/** No place became free in time: nothing was done. Recognise it by `code`. */
class DatabaseBusy extends Error {
  readonly code = "DATABASE_BUSY";
}

type Options = {
  places: number;
  waitMs: number;
  /** Told how many milliseconds each has waited, whether admitted or not. */
  onWait?: (ms: number) => void;
};
type Waiter = { admit: () => void; timer: NodeJS.Timeout };

/** A counting semaphore whose queue is first come, first served, and whose wait is bounded by `waitMs`. */
export const createGate = ({ places, waitMs, onWait = () => undefined }: Options) => {
  let free = places;
  const queue = new Set<Waiter>();

  const take = () =>
    new Promise<void>((admit, refuse) => {
      if (free > 0) {
        free -= 1;
        onWait(0);
        return admit();
      }
      const came = performance.now();
      const giveUp = () => {
        queue.delete(waiter);
        onWait(performance.now() - came);
        refuse(new DatabaseBusy(`no database connection within ${waitMs} ms`));
      };
      const enter = () => {
        onWait(performance.now() - came);
        admit();
      };
      const waiter: Waiter = { admit: enter, timer: setTimeout(giveUp, waitMs) };
      queue.add(waiter);
    });

  const give = () => {
    const [next] = queue;
    if (!next) {
      free += 1;
      return;
    }
    queue.delete(next);
    clearTimeout(next.timer);
    next.admit();
  };

  return {
    /** How many are in, and how many wait. */
    load: () => ({ used: places - free, size: places, waiting: queue.size }),

    enter: async <Result>(work: () => Promise<Result>): Promise<Result> => {
      await take();
      try {
        return await work();
      } finally {
        give();
      }
    },
  };
};
