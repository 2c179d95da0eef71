/** No place became free in time: nothing was done. Recognise it by `code`. */
class DatabaseBusy extends Error {
  readonly code = "DATABASE_BUSY";
}

type Waiter = { admit: () => void; timer: NodeJS.Timeout };

/** A counting semaphore whose queue is first come, first served, and whose wait is bounded by `waitMs`. */
export const createGate = ({ places, waitMs }: { places: number; waitMs: number }) => {
  let free = places;
  const queue = new Set<Waiter>();

  const take = () =>
    new Promise<void>((admit, refuse) => {
      if (free > 0) {
        free -= 1;
        return admit();
      }
      const giveUp = () => {
        queue.delete(waiter);
        refuse(new DatabaseBusy(`no database connection within ${waitMs} ms`));
      };
      const waiter: Waiter = { admit, timer: setTimeout(giveUp, waitMs) };
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
